/** The script that is loaded where the first plan is drawn: what of d3 the drawing needs. */

import { scaleBand, scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";

const drawing = { scaleBand, scaleLinear, line, curveStepAfter };

export type Drawing = typeof drawing;

Object.assign(self, { arrears_ledger_drawing: drawing });
