/** The answers to check, the declaration, and what stands on paper. */

export const paper = {
  checkAnswers: "核对",
  checkAnswersHelp: "打印前请逐项核对。需要更改的，点“更改”回到相应位置，改好后再回到这一步。",
  change: "更改",
  changeOf: (what: string) => `更改：${what}`,
  notFilled: "未填写",
  answersTotal: "合计",
  totalInWords: "拖欠金额合计（大写）",
  answersRows: "各笔欠款",
  answersConfirmed: "已确认的提醒和理由",
  noneConfirmed: "没有需要确认的提醒。",
  answersOpen: (errors: number, warnings: number) =>
    `还有${errors}个错误、${warnings}个提醒没有处理，现在打印的没有校验码，只供核对。`,
  declareTick: "我已核对以上内容，同意按上述声明报送",
  paperDeclares:
    "本单位已全面排查，应报尽报、避免漏报、严禁瞒报，所填内容真实、完整，由单位负责人负责。",
  declaredBy: "声明人（单位负责人）",
  declaredOn: "声明日期",
  declareFirst: "请先核对并勾选声明，再打印盖章表。",
  headMissing: "单位负责人未填写",
  paperOutdated: (code: string) =>
    `打印之后台账有改动：纸质件上的校验码${code || "（无）"}已与文件不一致，请重新打印、盖章。`,
  paperTotal: (count: number) => `合计 ${count}笔`,
  paperSubtotal: (count: number) => `本页小计 ${count}笔`,
  paperWithoutCode: "台账尚有未处理的问题，没有校验码，仅供核对",
  paperRevision: (revision: number) => `第${revision}版`,
  paperGoesOn: "（续）",
  paperPage: (page: number, pages: number) => `第${page}页，共${pages}页`,
  answered: "已核实的提醒",
  answeredColumns: ["位置", "编号", "提醒", "核实说明"],
  seal: "单位（公章）",
  codeOnPaper: "纸质件校验码",
};
