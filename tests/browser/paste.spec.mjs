/** Pasting from spreadsheets: looked at first, then made; tables as they lie on the clipboard. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

/** As Excel copies: a style a number format, merged cells, a break in a cell, a blank row last. */
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
.xl65 {mso-number-format:"\\@";}</style></head><body><table border=0 cellpadding=0>
<!--StartFragment-->
 <tr><td colspan=2 class=xl65>龙泉乡<br>
  人民政府</td><td class=xl65>桥梁&nbsp;加固</td></tr>
 <tr><td rowspan=2>甲</td><td>乙</td><td style='mso-number-format:"0\\.00"'>1,200.50</td></tr>
 <tr><td>丙</td><td>#####</td></tr>
 <tr><td></td><td> </td><td>&nbsp;</td></tr>
<!--EndFragment--></table></body></html>`;
/** As WPS copies: fonts in every cell, spans. */
const WPS = `<html><body><table width="216" border="0"><colgroup><col width="72" span="3"/></colgroup>
<tr height="18"><td class="et2" height="18" x:str><font face="宋体">甲</font></td>
<td class="et3" align="right" x:num="44713">2022/6/1</td></tr></table></body></html>`;
/** As LibreOffice copies: values in attributes, what is seen in the cell. */
const LIBREOFFICE = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/></head>
<body><table cellspacing="0"><colgroup width="85"></colgroup><tbody>
<tr><td height="17" align="left"><font face="Noto Sans CJK SC">甲</font></td>
<td align="right" sdval="1234.5678" sdnum="1033;0;#,##0.00">1,234.57</td></tr></tbody></table></body></html>`;

async function ledger(t) {
  const opened = await openPage();
  t.after(() => opened.close());
  const clerk = new Clerk(opened.page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  return { page: opened.page, clerk, troubles: opened.troubles };
}

/** Pastes a table as the clipboard of a spreadsheet holds it. */
async function pasteTable(page, html) {
  await page.focus(".cell-editor textarea");
  await page.evaluate((table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", table);
    clipboardData.setData("text/plain", "not this");
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
}

/** What the grid shows of a column, copied back cell by cell. */
async function cells(page, clerk, label, rows) {
  const texts = [];
  for (let row = 0; row < rows; row += 1) {
    await clerk.goTo(row, label);
    texts.push((await clerk.cell())[2]);
  }
  return texts;
}

test("a paste is looked at first: Escape leaves it, Enter makes it, one undo takes it back", async (t) => {
  const { page, clerk, troubles } = await ledger(t);
  const sheet = "债务人\t债权人\t欠款（元）\t户名\n甲镇\t乙公司\t约100\t丙\n合计\t\t100\t\n";
  await clerk.copyAndPaste(sheet);
  await page.waitForSelector(".dialog-first");
  const said = await page.innerText(".dialog:has(.dialog-first)");
  assert.match(said, /新增1笔/);
  assert.match(said, /第3行/, "the total is left out");
  assert.match(said, /拖欠金额：“约100”/, "what cannot be read, and why");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".dialog").count(), 0);
  assert.match(await page.textContent(".status-counts"), /^0笔/);

  await clerk.copyAndPaste(sheet);
  await page.selectOption("select[data-column='3']", "remark");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog", { state: "detached" });
  assert.match(await page.textContent(".status-counts"), /^1笔/);
  assert.deepEqual(await cells(page, clerk, "备注", 1), ["丙"]);
  await page.keyboard.press("Control+z");
  assert.match(await page.textContent(".status-counts"), /^0笔/);
  assert.deepEqual(troubles, []);
});

test("a column is one field: taking it for another's leaves the other out", async (t) => {
  const { page, clerk } = await ledger(t);
  await clerk.copyAndPaste("债务人\t债权人\t欠款（元）\n甲镇\t乙公司\t100\n");
  await page.selectOption("select[data-column='0']", "creditor_name");
  assert.equal(await page.inputValue("select[data-column='1']"), "");
  await page.keyboard.press("Escape");
});

test("merged cells, breaks and blanks of Excel", async (t) => {
  const { page, clerk } = await ledger(t);
  await clerk.goTo(0, "项目（合同）名称");
  await pasteTable(page, EXCEL);
  await page.waitForSelector(".dialog-first");
  assert.match(await page.innerText(".dialog:has(.dialog-first)"), /“#####”/);
  await page.keyboard.press("Enter");
  assert.match(await page.textContent(".status-counts"), /^3笔/, "the blank row is left out");
  const projects = await cells(page, clerk, "项目（合同）名称", 3);
  assert.deepEqual(projects, ["龙泉乡\n人民政府", "甲", "空"]);
});

for (const [program, table, second] of [
  ["WPS", WPS, "2022/6/1"],
  ["LibreOffice", LIBREOFFICE, "1,234.57"],
]) {
  test(`a table of ${program} is pasted as it is seen`, async (t) => {
    const { page, clerk } = await ledger(t);
    await clerk.goTo(0, "项目（合同）名称");
    await pasteTable(page, table);
    await page.waitForSelector(".dialog-first");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      /^1笔/.test(document.querySelector(".status-counts").textContent),
    );
    assert.deepEqual(await cells(page, clerk, "项目（合同）名称", 1), ["甲"]);
    await page.focus(".cell-editor textarea");
    await page.keyboard.press("ArrowRight");
    assert.equal((await clerk.cell())[2], second);
  });
}
