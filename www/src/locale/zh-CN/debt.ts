/** The form of one debt, and what hangs on it. */

export const debt = {
  debtForm: "单笔表单",
  debtOf: (row: number, rows: number) => `第${row}笔，共${rows}笔`,
  previous: "上一笔",
  following: "下一笔",
  why: "依据",
  provided: (condition: string) => `${condition}：`,
  unresolved: "未明确。",
  inferred: "（推定）",
  results: "由台账得出",
  children: { instalments: "清偿计划（分期）", payments: "清偿记录", changes: "变动记录" },
  noChildren: {
    instalments: "还没有分期。",
    payments: "还没有清偿记录。",
    changes: "还没有变动记录。",
  },
  childOf: {
    instalments: (child: number) => `第${child}期`,
    payments: (child: number) => `第${child}次清偿`,
    changes: (child: number) => `第${child}次变动`,
  },
  childShort: (child: number) => `第${child}条`,
  addChild: { instalments: "增加一期", payments: "登记一次清偿", changes: "登记一次变动" },
  removeChild: "删除",
  partsOfForm: "表单各部分",
  owes: (debtor: string, creditor: string) => `${debtor} 欠 ${creditor}`,
  owed: (arrears: string, balance: string, money: string) =>
    `拖欠${arrears}${money}，余额${balance}${money}`,
  inCapital: (words: string) => `大写：${words}`,
  listComma: "、",
  notAsked: (fields: string) => `本笔不需填写：${fields}`,
  helpOn: (field: string) => `说明：${field}`,
  planSum: (sum: string, balance: string, less: string, money: string) =>
    less === "0"
      ? `计划合计${sum}${money}，与余额一致`
      : `计划合计${sum}${money}，余额${balance}${money}，相差${less}${money}`,
  childRemoved: (child: string) => `已删除${child}，可撤销`,
};
