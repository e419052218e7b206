/**
 * The script that is loaded when the first of these is to be drawn: what is not there while a sheet is
 * filled in.
 */

import { addWords } from "../locale";
import { later as words } from "../locale/zh-CN/later";
import "./check";
import "./chooser";
import "./column_menu";
import "./debt";
import { dialogOf } from "./dialogs";
import "./export";
import "./find_bar";
import "./plan";
import "./seal";

addWords(words);

const later = { dialogOf };

export type Later = typeof later;

Object.assign(self, { arrears_ledger_views: later });
