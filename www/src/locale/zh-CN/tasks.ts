/** The task list, and the days by which something is due. */

export const tasks = {
  taskList: "填报任务",
  tasksDone: (done: number, all: number) => `已完成${done}项，共${all}项`,
  taskHints: {
    unit: "选择单位，填写报告期、截止日期，指定填表人、审核人和负责人",
    ledger: "一笔欠款一行，可从表格软件粘贴",
    plan: "每笔无分歧欠款分期还到哪一天、钱从哪里来",
    check: "改正错误，核实提醒并说明理由",
    print: "打印台账，签字、盖公章",
    export: "得到提交文件和校验码，报送收表办公室",
  },
  taskStates: {
    not_started: "未开始",
    waits: "待前面完成",
    done: "已完成",
    not_needed: "不需填写",
  },
  taskInProgress: (left: number) => `进行中，还有${left}项`,
  taskErrors: (count: number) => `${count}个错误`,
  deadlines: { ledger: "台账报送截止", plan: "清偿计划报送截止" },
  dayOf: (day: string, weekday: number) => `${day}（星期${"日一二三四五六".charAt(weekday)}）`,
  daysLeft: (left: number) =>
    left < 0 ? `已逾期${-left}天` : left === 0 ? "今天截止" : `还有${left}天`,
  overdueWhatToDo: (office: string) => `已过报送期限的，请先与${office}联系，说明原因后尽快报送。`,
  whoToAsk: "遇到问题找谁",
  phoneOf: (phone: string) => `电话：${phone}`,
  emailOf: (email: string) => `邮箱：${email}`,
  errorsUnit: "个错误",
  leftUnit: "项待处理",
  plansInOrder: "每笔需要计划的欠款都有清偿计划。",
  plansLeft: (debts: number) => `还有${debts}笔欠款的清偿计划需要补充或修改。`,
  sealSteps: [
    "逐项核对下面的内容。",
    "填写盖章情况：校验码随内容变化，请先填好再打印。",
    "勾选声明，打印盖章表。",
    "填表人、审核人、单位负责人签字，加盖单位公章。",
  ],
  sealed: "盖章情况",
  revisionOf: (revision: number) => `第${revision}版`,
  largePrint: "大字版",
  anotherLedger: "另一份台账",
};
