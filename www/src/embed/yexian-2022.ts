/** The campaign of 叶县 of 2022 as a campaign file: `arrears-ledger/yexian-2022`. */

import campaign from "../../../src/campaign/yexian_2022.json";

import type { Campaign } from "../engine/contract";

export default campaign as unknown as Campaign;
