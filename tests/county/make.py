#!/usr/bin/env python3
"""A county of 40 units with known truths: its files for two months, and every figure the collection
must come to, computed here and nowhere else.

Nothing of the crate is used: SM3 is OpenSSL's, canonical JSON is written by Python, money is whole
fen in Python's integers. `python3 tests/county/make.py` writes june/, july/, lists.csv,
campaign.json and expected.json anew; they are kept with the sources.
"""

import hashlib
import json
import os
import shutil
from collections import OrderedDict, defaultdict
from datetime import date

HERE = os.path.dirname(os.path.abspath(__file__))
CAMPAIGN = "county-40"
TODAY = date(2022, 7, 20)
DUE = date(2022, 7, 13)
JUNE, JULY = "2022-06", "2022-07"
CUTOFF = {JUNE: "2022-06-10", JULY: "2022-07-10"}


# ---------------------------------------------------------------- files


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sm3(text):
    return hashlib.new("sm3", text.encode("utf-8")).hexdigest()


def sealed(submission):
    """The submission with its digest."""
    return dict(submission, digest=sm3(canonical(submission)))


def yuan(fen):
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(kind, number):
    """A unified social credit code with both check letters (GB 11714, GB 32100)."""
    body = f"{number:08d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(d) * w for d, w in zip(body, weights)) % 11
    organisation = body + {10: "X", 11: "0"}.get(rest, str(rest))
    start = f"{kind}410422{organisation}"
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(start))
    return start + ALPHABET[(31 - total % 31) % 31]


# ---------------------------------------------------------------- the county


with open(os.path.join(HERE, "../../src/campaign/yexian_2022.json"), encoding="utf-8") as source:
    campaign = json.load(source, object_pairs_hook=OrderedDict)
campaign["id"] = CAMPAIGN
campaign["units"] = campaign["units"][:40]
for place, unit in enumerate(campaign["units"]):
    if place % 2 == 1:
        unit["phone"] = f"0375-80{place:05d}"
UNITS = campaign["units"]
NAMES = [unit["name"] for unit in UNITS]
CODES = [unit["code"] for unit in UNITS]
CHANNEL = {"township": "township", "dev_zone": "dev_zone", "county_department": "county_department"}

CAUSES = [["fund_shortage"], ["settlement_pending", "fund_shortage"], ["await_audit"], ["internal_process"]]
FUNDS = [["local_budget"], ["own_funds"], ["local_budget", "special_funds"], ["local_budget"]]
KINDS = [("works", "works_payment"), ("goods", "goods_payment"), ("services", "service_payment")]
SINCE = ["2022-01-15", "2020-03-20", "2018-05-11", "2016-09-01", "2021-07-10", "2021-07-11"]

NIL = {30, 31, 32}
DISPUTED_ONLY = {33}
TIES = {34, 35}
CLEARED = {26, 27}


def firm(number):
    return (f"叶县第{number:03d}建设工程有限公司", credit_code("91", 20_000_000 + number))


class Debt:
    def __init__(self, i, k):
        self.unit = i
        self.id = f"{CODES[i]}-2022-06-{k + 1:04d}"
        self.debtor, self.debtor_code = NAMES[i], credit_code("11", 30_000_000 + i)
        self.creditor, self.creditor_code = firm(i * 10 + k)
        self.size, self.ownership = ["micro", "small", "medium"][(i + k) % 3], None
        self.project = f"{NAMES[i]}第{k + 1}号合同项目"
        self.contract_no = f"HT-{i:02d}-{k + 1}" if k % 2 == 0 else None
        self.procurement, self.money_kind = KINDS[(i + k) % 3]
        self.arrears = 1_000_000 * (1 + (i * 7 + k * 5) % 23) * (1 + 9 * (k == 3)) + (i * 131 + k * 17) % 997
        self.paid_before = 5_000_000
        self.dispute, self.undisputed, self.note = "undisputed", None, None
        self.since = SINCE[(i + k) % len(SINCE)]
        self.causes, self.funds = CAUSES[(i + k) % 4], FUNDS[(i * 3 + k) % 4]
        self.first_period = JUNE
        self.payments, self.instalments, self.changes = [], [], []
        self.status, self.reason = "booked", None
        self.agreement = (i + k) % 5 == 0
        self.plan_finish = "2022-12"
        if k == 2:
            self.dispute, self.undisputed, self.note = "partly", self.arrears // 3, "对增项工程量的计价有分歧"
        if i in DISPUTED_ONLY:
            self.dispute, self.undisputed, self.note = "disputed", None, "对工程质量有分歧"
        if i in TIES:
            # Both units alike to the fen.
            self.arrears, self.dispute, self.undisputed, self.note = 4_000_000 + k, "undisputed", None, None

    def copy(self):
        twin = Debt.__new__(Debt)
        twin.__dict__ = {key: (list(v) if isinstance(v, list) else v) for key, v in self.__dict__.items()}
        return twin

    def pay(self, amount, paid_on, method="cash", recorded_on=None, voucher=True):
        one = {"amount": amount, "paid_on": paid_on, "method": method}
        if recorded_on:
            one["recorded_on"] = recorded_on
        if voucher:
            one["voucher_no"] = f"HD{len(self.payments) + 1:03d}-{self.id[-4:]}"
        self.payments.append(one)
        self.status = "cleared" if self.repaid == self.arrears else "partly_repaid"

    @property
    def repaid(self):
        return sum(one["amount"] for one in self.payments)

    @property
    def balance(self):
        return self.arrears - self.repaid

    @property
    def clean(self):
        """The undisputed part."""
        return {"undisputed": self.arrears, "disputed": 0, "partly": self.undisputed}[self.dispute]

    @property
    def counts(self):
        return self.status not in ("in_court", "removed", "transferred")

    def change(self, field, old, new, why):
        self.changes.append({"period": JULY, "field": field, "old": old, "new": new, "reason": why})

    def entry(self, no):
        kind = UNITS[self.unit]["kind"]
        one = {
            "seq_no": no, "debt_id": self.id, "first_period": self.first_period, "source_channel": "self_check",
            "debtor_name": self.debtor, "debtor_uscc": self.debtor_code, "debtor_type": "gov_organ",
            "debtor_channel": CHANNEL[kind], "creditor_name": self.creditor, "creditor_uscc": self.creditor_code,
            "creditor_size": self.size, "project_name": self.project, "contract_basis": "written",
            "sign_date": "2014-05-06", "procurement_kind": self.procurement, "money_kind": self.money_kind,
            "sector": "other", "contract_amount": yuan(self.paid_before + self.arrears),
            "paid_before": yuan(self.paid_before), "arrears_amount": yuan(self.arrears),
            "delivered_on": "2015-06", "due_date": self.since, "arrears_since": self.since, "dispute": self.dispute,
            "judicial": "not_entered", "causes": self.causes, "migrant_wages": False, "fund_source": self.funds,
            "plan_finish": self.plan_finish, "duty_unit": NAMES[self.unit], "duty_person": f"责任人{self.unit:02d}",
            "status": self.status, "last_demand_on": "2022-05-20",
        }
        if kind != "county_department":
            one["debtor_area_code"] = CODES[self.unit]
        if self.contract_no:
            one["contract_no"] = self.contract_no
        if self.ownership:
            one["creditor_ownership"] = self.ownership
        if self.procurement == "works":
            one["is_gov_invest"] = True
        if self.dispute == "partly":
            one["undisputed_amount"] = yuan(self.undisputed)
            one["disputed_amount"] = yuan(self.arrears - self.undisputed)
        if self.note:
            one["dispute_note"] = self.note
        if self.agreement:
            one["agreement"], one["agreement_on"] = True, "2022-06-08"
        if self.reason:
            one["removal_reason"] = self.reason
        if self.status == "in_court":
            one["judicial"], one["judicial_no"] = "litigation", "（2022）豫0422民初100号"
        if self.payments:
            one["payments"] = [dict(p, amount=yuan(p["amount"])) for p in self.payments]
        if self.instalments:
            one["instalments"] = [dict(p, amount=yuan(p["amount"])) for p in self.instalments]
            one["plan_finish"] = self.instalments[-1]["due_on"]
            one["method"] = ["cash"]
        if self.changes:
            one["changes"] = self.changes
        return one


def header(i, period, filled_on, nil, debts):
    return {
        "report_unit_code": CODES[i], "report_unit_name": NAMES[i], "report_unit_kind": UNITS[i]["kind"],
        "period": period, "cutoff_date": CUTOFF[period], "amount_unit": "wan", "is_nil": nil,
        "declared_count": len(debts), "declared_total": yuan(sum(d.arrears for d in debts if d.counts)),
        "filled_on": filled_on, "filler": f"填表人{i:02d}", "reviewer": f"审核人{i:02d}",
        "head": f"负责人{i:02d}", "phone": f"139{i:08d}", "sealed": True,
    }


def submission(i, period, filled_on, debts, revision=1, previous=None):
    one = {
        "format": "arrears-ledger-submission", "version": 1, "campaign": CAMPAIGN, "revision": revision,
        "header": header(i, period, filled_on, not debts, debts),
        "entries": [debt.entry(no + 1) for no, debt in enumerate(debts)], "confirmations": [],
    }
    if previous:
        one["previous"] = previous
    return sealed(one)


# ---------------------------------------------------------------- June

june = {}
for i in range(39):
    june[i] = [] if i in NIL else [Debt(i, k) for k in range(2 + i % 3)]
    for k, debt in enumerate(june[i]):
        if (i + k) % 4 == 0 and i not in CLEARED | TIES:
            debt.pay(debt.arrears // 10, "2022-06-05")
june[4][0].ownership, june[4][0].creditor = "individual", "赵六"
june[11][0].arrears = june[12][0].arrears = 30_000_001
for i in (28, 29):
    debt = june[i][0]
    debt.payments, debt.status = [], "planned"
    first = debt.arrears // 2
    debt.instalments = [
        {"no": 1, "due_on": "2022-06-30", "amount": first},
        {"no": 2, "due_on": "2022-12-31", "amount": debt.arrears - first},
    ]

# ---------------------------------------------------------------- July

july = {i: [debt.copy() for debt in debts] for i, debts in june.items()}
for i, debts in july.items():
    for k, debt in enumerate(debts):
        if (i * 2 + k) % 3 == 0 and i not in CLEARED | TIES | {28, 29}:
            debt.pay(debt.arrears // 7, "2022-07-01", "cash" if k % 2 == 0 else "set_off", "2022-07-02")
for i in CLEARED:
    for debt in july[i]:
        debt.pay(debt.balance, "2022-06-28", recorded_on="2022-06-29")
for i in TIES:
    july[i][0].pay(1_000_000, "2022-06-20", recorded_on="2022-06-20")


def new_debt(i, k, since):
    debt = Debt(i, k)
    debt.id = f"{CODES[i]}-2022-07-{k + 1:04d}"
    debt.first_period, debt.since = JULY, since
    debt.dispute, debt.undisputed, debt.note = "undisputed", None, None
    july[i].append(debt)
    return debt


new_debt(1, 6, "2022-06-25")
new_debt(2, 6, "2022-06-30")
new_debt(3, 7, "2021-02-01")
# 11 and 12 report one debt; 13 and 14 the same with another name of the project.
june[12][0].debtor, june[12][0].debtor_code = NAMES[11], june[11][0].debtor_code
for a, b in ((11, 12), (13, 14)):
    one, other = july[a][0], july[b][0]
    for name in ("debtor", "debtor_code", "creditor", "creditor_code", "arrears", "project", "contract_no"):
        setattr(other, name, getattr(one, name))
    other.payments, other.status = [], "booked"
    june[b][0].payments, june[b][0].status = [], "booked"
    for name in ("debtor", "debtor_code", "creditor", "creditor_code", "arrears", "project", "contract_no"):
        setattr(june[b][0], name, getattr(june[a][0], name))
for month in (june, july):
    month[14][0].project, month[14][0].contract_no = "另一种写法的合同项目", "HT-14-A"
    # One code with two names, and one name with two codes.
    month[1][1].creditor_code = month[0][1].creditor_code
    month[3][1].creditor = month[2][1].creditor

debt = july[18][0]
debt.status, debt.reason = "removed", "out_of_scope"
debt.change("status", "部分清偿", "核减", "经核实不属清欠范围")
gone = july[19].pop(0)
debt = july[20][0]
debt.status = "in_court"
debt.change("status", "已入账", "转司法", "企业已起诉，法院立案")
debt = july[21][1]
old = debt.dispute
debt.dispute, debt.note = "disputed", "企业提出增项"
debt.change("dispute", "无分歧", "有分歧", "企业提出增项，见会议纪要")
debt = july[22][1]
debt.dispute, debt.undisputed, debt.note = "partly", debt.arrears // 2, "对数量有分歧"
for i, step in ((23, -12_345), (24, 23_456)):
    debt = july[i][1]
    before = debt.arrears
    debt.arrears += step
    debt.reason = "amount_corrected"
    debt.change("arrears_amount", yuan(before), yuan(debt.arrears), "按审定结果更正")
july[25][1].arrears -= 7_700
july[36][1].causes, july[36][1].funds = ["no_budget"], ["own_funds"]
debt = july[10][1]
debt.pay(100_000, "2022-07-03", recorded_on="2022-07-03", voucher=False)

LATE = {5, 6, 7, 32}
MISSING = {15, 17, 37, 38, 39}


def filled(i):
    return "2022-07-15" if i in LATE else "2022-07-12"


files = {"june": OrderedDict(), "july": OrderedDict()}
digests = {}
for i in range(39):
    one = submission(i, JUNE, "2022-06-12", june[i])
    digests[i] = one["digest"]
    files["june"][f"{i:02d}.json"] = canonical(one)

place, link = {}, {}
for i in range(39):
    if i in MISSING:
        continue
    name = f"{i:02d}.json"
    one = submission(i, JULY, filled(i), july[i], 2 if i != 9 else 3, digests[i] if i != 9 else "0" * 64)
    link[name] = "follows" if i != 9 else "unknown"
    if i == 8:
        first = [debt.copy() for debt in july[8]]
        first[0].payments = first[0].payments[:-1] if len(first[0].payments) > 1 else first[0].payments
        first[0].project += "（首次填报）"
        earlier = submission(8, JULY, "2022-07-11", first, 2, digests[8])
        files["july"]["08-first.json"] = canonical(earlier)
        place["08-first.json"], link["08-first.json"] = "superseded", "follows"
        one = submission(8, JULY, "2022-07-12", july[8], 3, earlier["digest"])
    files["july"][name] = canonical(one)
    place[name] = "stands"
# The same file twice: the first name in the order of letters is kept.
files["july"]["10-again.json"] = files["july"]["10.json"]
place["10-again.json"], link["10-again.json"] = place.pop("10.json"), link.pop("10.json")
files["july"]["20-pretty.json"] = json.dumps(json.loads(files["july"].pop("20.json")), ensure_ascii=False, indent=1)
place["20-pretty.json"], link["20-pretty.json"] = place.pop("20.json"), link.pop("20.json")

tampered = submission(15, JULY, "2022-07-12", july[15], 2, digests[15])
files["july"]["15-tampered.json"] = canonical(tampered).replace(yuan(july[15][0].arrears), yuan(july[15][0].arrears - 1), 1)
wrong = [debt.copy() for debt in july[16]]
wrong[0].pay(wrong[0].balance + 1, "2022-07-04")
files["july"]["16-wrong.json"] = canonical(submission(16, JULY, "2022-07-11", wrong, 2, digests[16]))
draft = submission(17, JULY, "2022-07-12", july[17], 2, digests[17])
draft["format"] = "arrears-ledger-draft"
del draft["digest"]
files["july"]["17-draft.json"] = canonical(draft)
files["july"]["38-june.json"] = files["june"]["38.json"]
place["38-june.json"], link["38-june.json"] = "other_period", "first"
files["july"]["damaged.json"] = files["july"]["00.json"][:700]
elsewhere = submission(36, JULY, "2022-07-12", july[36])
elsewhere = sealed({key: v for key, v in dict(elsewhere, campaign="elsewhere").items() if key != "digest"})
files["july"]["elsewhere.json"] = canonical(elsewhere)
refused = {
    "15-tampered.json": "J-04", "16-wrong.json": "A-03", "17-draft.json": "J-02", "damaged.json": "J-01",
    "elsewhere.json": "J-06",
}

# ---------------------------------------------------------------- lists

first = july[0][0]
lines = [
    ("龙泉乡以外的某某局", "某公司", "5000.00", "unplaced"),
    (first.debtor, first.creditor, yuan(first.arrears), "matches"),
    (july[1][0].debtor, july[1][0].creditor, yuan(july[1][0].arrears + 100_000), "differs"),
    (NAMES[2], "台账里没有的公司", "88000.00", "missing"),
    (NAMES[30], "零报告单位的债权公司", "66000.00", "despite_nil"),
    (NAMES[6], july[5][0].creditor, yuan(july[5][0].arrears), "elsewhere"),
]
table = ["被投诉人,投诉人,拖欠金额（元）"] + [",".join(line[:3]) for line in lines]
LISTS = "\n".join(table) + "\n"

# ---------------------------------------------------------------- what must come of it


def counted(month, period):
    """The debts of each unit that reported, as the county counts them."""
    if period == JULY:
        return {i: debts for i, debts in month.items() if i not in MISSING}
    return dict(month)


def rate(part, whole):
    """Hundredths of a percent, half up; nothing of nothing."""
    return None if whole <= 0 else (part * 20_000 + whole) // (2 * whole)


def wan(fen):
    """万元 with two decimals, half up."""
    hundredths = (abs(fen) + 5_000) // 10_000
    sign = "-" if fen < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def before_of(debt):
    return next((one for one in june.get(debt.unit, []) if one.id == debt.id), None)


def recorded(payment):
    return payment.get("recorded_on") or payment["paid_on"]


def short(debt):
    if debt.status not in ("booked", "planned", "partly_repaid"):
        return 0
    left, total = debt.repaid, 0
    for one in debt.instalments:
        missing = max(0, one["amount"] - max(0, left))
        left -= one["amount"]
        if one["due_on"] < CUTOFF[JULY]:
            total += missing
    return total


def figures(i, debts):
    f = defaultdict(int)
    for debt in debts:
        earlier = before_of(debt)
        if earlier is None or earlier.counts:
            now = [p for p in debt.payments if earlier is None or recorded(p) > CUTOFF[JUNE]]
            if debt.counts or earlier is not None:
                f["repaid_now"] += sum(p["amount"] for p in now)
                f["cash_now"] += sum(p["amount"] for p in now if p["method"] == "cash")
        if debt.status == "in_court":
            f["court_count"] += 1
            f["court"] += debt.balance
        if not debt.counts:
            continue
        f["count"] += 1
        f["arrears"] += debt.arrears
        if debt.clean > 0:
            f["undisputed_count"] += 1
            f["undisputed"] += debt.clean
        if debt.clean < debt.arrears:
            f["disputed_count"] += 1
            f["disputed"] += debt.arrears - debt.clean
        if debt.first_period == JULY:
            f["new_count"] += 1
            f["new"] += debt.arrears
        f["repaid"] += debt.repaid
        f["cash"] += sum(p["amount"] for p in debt.payments if p["method"] == "cash")
        f["undisputed_repaid"] += min(debt.repaid, debt.clean)
        f["balance"] += debt.balance
        f["agreed"] += debt.balance if debt.agreement else 0
        if short(debt):
            f["overdue_count"] += 1
            f["overdue"] += short(debt)
    f["other"] = f["repaid"] - f["cash"]
    return f


COUNTS = ["count", "undisputed_count", "disputed_count", "new_count", "overdue_count", "court_count"]
AMOUNTS = ["arrears", "undisputed", "disputed", "new", "repaid_now", "cash_now", "repaid", "cash", "other",
           "undisputed_repaid", "balance", "overdue", "court"]


def line(f):
    return {
        **{key: f[key] for key in COUNTS},
        **{key: [yuan(f[key]), wan(f[key])] for key in AMOUNTS},
        "cleared_rate": rate(f["repaid"], f["arrears"]),
        "undisputed_rate": rate(f["undisputed_repaid"], f["undisputed"]),
        "settled_rate": rate(f["repaid"] + f["agreed"], f["arrears"]),
    }


now = counted(july, JULY)
all_figures = {i: figures(i, now.get(i, [])) for i in range(40)}
total = defaultdict(int)
for f in all_figures.values():
    for key, value in f.items():
        total[key] += value


def exact(i):
    f = all_figures[i]
    return (f["undisputed_repaid"], f["undisputed"])


def before(a, b):
    """Whether unit a is ranked before unit b."""
    (p, q), (r, s) = exact(a), exact(b)
    if p * s != r * q:
        return p * s > r * q
    if all_figures[a]["balance"] != all_figures[b]["balance"]:
        return all_figures[a]["balance"] < all_figures[b]["balance"]
    return a < b


ranked = []
for i in range(40):
    if all_figures[i]["undisputed"] > 0:
        at = next((n for n, j in enumerate(ranked) if before(i, j)), len(ranked))
        ranked.insert(at, i)
unranked = [i for i in range(40) if i not in ranked]

expected = {"progress": {"order": [NAMES[i] for i in ranked + unranked], "ranked": len(ranked),
                         "units": {NAMES[i]: line(all_figures[i]) for i in range(40)}, "total": line(total)}}
expected["progress"]["footnotes"] = sorted(
    key for key in AMOUNTS
    if sum((abs(all_figures[i][key]) + 5_000) // 10_000 for i in range(40)) != (abs(total[key]) + 5_000) // 10_000)

filing = {}
for i in range(40):
    if i in MISSING:
        filing[CODES[i]] = ["missing", False]
    elif i in NIL:
        filing[CODES[i]] = ["nil", i in LATE]
    else:
        filing[CODES[i]] = ["late" if i in LATE else "on_time", i in LATE]
expected["roster"] = filing
expected["to_call"] = {NAMES[i]: UNITS[i].get("phone", "") for i in sorted(MISSING)}
expected["place"], expected["link"], expected["refused"] = place, link, refused

# Table 2.
BANDS = [(10_000_000, "10万元以下（含）"), (50_000_000, "10万至50万元（含）"), (100_000_000, "50万至100万元（含）"),
         (500_000_000, "100万至500万元（含）"), (None, "500万元以上")]
AGES = [(1, "1年以内（含1年）"), (3, "1至3年（含3年）"), (5, "3至5年（含5年）"), (None, "5年以上")]
WORDS = {
    "works_payment": "工程款", "goods_payment": "物资采购款", "service_payment": "服务款", "gov_organ": "机关",
    "fund_shortage": "财政资金困难、专项资金未到位", "settlement_pending": "未结算、工程尾款未结清",
    "await_audit": "等待竣工验收批复、决算审计", "internal_process": "履行内部付款流程",
    "no_budget": "无预算、超预算、未经批准自行安排支出", "local_budget": "本级财政预算", "own_funds": "单位自有资金",
    "special_funds": "上级专项资金",
}


def age(debt):
    """A debt is late from the day it says it has been in arrears since."""
    since, cutoff = date.fromisoformat(debt.since), date.fromisoformat(CUTOFF[JULY])
    for years, label in AGES:
        if years is None or cutoff <= since.replace(year=since.year + years):
            return label


structure = defaultdict(lambda: [0, 0, 0, 0])
for debts in now.values():
    for debt in debts:
        if not debt.counts:
            continue
        band = next(label for most, label in BANDS if most is None or debt.arrears <= most)
        keys = [("欠款单位类型", WORDS["gov_organ"]), ("款项性质", WORDS[debt.money_kind]), ("金额分档", band), ("账龄", age(debt))]
        keys += [("拖欠原因", WORDS[cause]) for cause in debt.causes]
        keys += [("资金来源", WORDS[fund]) for fund in debt.funds]
        for key in keys:
            row = structure["|".join(key)]
            for n, value in enumerate((1, debt.arrears, debt.repaid, debt.balance)):
                row[n] += value
expected["structure"] = {
    key: [row[0], yuan(row[1]), yuan(row[2]), yuan(row[3]), rate(row[3], total["balance"])] for key, row in structure.items()}

# Tables 3, 4, 5.
expected["cleared"] = [NAMES[i] for i in ranked + unranked if all_figures[i]["arrears"] > 0 and all_figures[i]["balance"] == 0]


def is_below(f):
    return f["arrears"] > 0 and f["repaid"] * total["arrears"] < total["repaid"] * f["arrears"]


expected["lagging"] = sorted(NAMES[i] for i in range(40) if is_below(all_figures[i]) or all_figures[i]["overdue_count"])
owed = [(-debt.balance, -debt.arrears, i, debt.id, debt) for i, debts in now.items() for debt in debts if debt.counts and debt.balance > 0]
owed.sort(key=lambda one: one[:4])
expected["large"] = [[NAMES[i], debt.project, yuan(debt.balance)] for _, _, i, _, debt in owed[:10]]

# Table 6, and the movement.
changes, movement = defaultdict(lambda: [0, 0]), {}
sums = defaultdict(int)


def tell(kind, amount):
    changes[kind][0] += 1
    changes[kind][1] += amount


for i in range(40):
    was = [debt for debt in june.get(i, []) if debt.counts]
    if i not in now:
        if i in june:
            movement[NAMES[i]] = ["not_reported", yuan(sum(d.balance for d in was))]
        continue
    m = defaultdict(int)
    m["opening"] = sum(debt.balance for debt in was)
    m["closing"] = sum(debt.balance for debt in now[i] if debt.counts)
    for debt in now[i]:
        earlier = before_of(debt)
        if earlier is None:
            m["added"] += debt.arrears
            m["repaid"] += debt.repaid
            tell("added", debt.arrears)
            continue
        m["repaid"] += sum(p["amount"] for p in debt.payments if recorded(p) > CUTOFF[JUNE])
        if debt.reason == "amount_corrected":
            m["raised"] += max(0, debt.arrears - earlier.arrears)
            m["removed"] += max(0, earlier.arrears - debt.arrears)
            tell("raised" if debt.arrears > earlier.arrears else "lowered", abs(debt.arrears - earlier.arrears))
        if debt.status == "removed":
            m["removed"] += debt.balance
            tell("removed|不属清欠范围", debt.balance)
        if debt.status == "in_court":
            m["to_court"] += debt.balance
            tell("to_court", debt.balance)
        if debt.counts and earlier.dispute == "undisputed" and debt.dispute != "undisputed":
            tell("now_disputed", earlier.clean - debt.clean)
    for debt in was:
        if all(debt.id != one.id for one in now[i]):
            tell("gone", debt.balance)
    keys = ["opening", "added", "raised", "repaid", "removed", "to_court", "closing"]
    gap = m["closing"] - (m["opening"] + m["added"] + m["raised"] - m["repaid"] - m["removed"] - m["to_court"])
    movement[NAMES[i]] = ["both"] + [yuan(m[key]) for key in keys] + [yuan(gap)]
    for key in keys:
        sums[key] += m[key]
    sums["gap"] += gap
expected["changes"] = {key: [count, yuan(amount)] for key, (count, amount) in changes.items()}
expected["movement"] = movement
expected["movement_total"] = [yuan(sums[key]) for key in keys] + [yuan(sums["gap"])]

# The audit's classes: unit, debt, amount.
audit = defaultdict(list)
for i, debts in now.items():
    for debt in debts:
        earlier = before_of(debt)
        if short(debt):
            audit["off_plan"].append([NAMES[i], debt.id, yuan(short(debt))])
        for p in debt.payments:
            if "voucher_no" not in p:
                audit["inflated"].append([NAMES[i], debt.id, yuan(p["amount"])])
        if "no_budget" in debt.causes and debt.counts and debt.balance > 0:
            audit["budget_kept"].append([NAMES[i], debt.id, yuan(debt.balance)])
        if earlier is None:
            if debt.since > "2022-06-21":
                audit["new"].append([NAMES[i], debt.id, yuan(debt.arrears)])
            else:
                audit["misstated"].append([NAMES[i], debt.id, yuan(debt.arrears)])
            continue
        if earlier.arrears != debt.arrears:
            audit["misstated"].append([NAMES[i], debt.id, yuan(abs(earlier.arrears - debt.arrears))])
        if debt.status == "removed":
            audit["disputed"].append([NAMES[i], debt.id, yuan(debt.balance)])
        if debt.counts and earlier.dispute == "undisputed" and debt.dispute != "undisputed":
            audit["disputed"].append([NAMES[i], debt.id, yuan(earlier.clean - debt.clean)])
    for debt in june.get(i, []):
        if all(debt.id != one.id for one in debts):
            audit["disputed"].append([NAMES[i], debt.id, yuan(debt.balance)])
for name, _, amount, outcome in lines:
    if outcome in ("missing", "despite_nil"):
        audit["misstated"].append([name, "", amount])
expected["audit"] = {key: sorted(rows) for key, rows in audit.items()}

# Between units.
expected["candidates"] = sorted([
    ["same_debt", 95, sorted([f"{CODES[11]}/{july[11][0].id}", f"{CODES[12]}/{july[12][0].id}"])],
    ["same_debt", 75, sorted([f"{CODES[13]}/{july[13][0].id}", f"{CODES[14]}/{july[14][0].id}"])],
    ["debtor", 60, sorted([f"{CODES[11]}/{july[11][0].id}", f"{CODES[12]}/{july[12][0].id}"])],
    ["debtor", 60, sorted([f"{CODES[13]}/{july[13][0].id}", f"{CODES[14]}/{july[14][0].id}"])],
    ["code_names", 55, sorted([f"{CODES[0]}/{july[0][1].id}", f"{CODES[1]}/{july[1][1].id}"])],
    ["name_codes", 50, sorted([f"{CODES[2]}/{july[2][1].id}", f"{CODES[3]}/{july[3][1].id}"])],
])
expected["compared"] = [outcome for *_, outcome in lines]

# The year's disclosure, by debtor, over 2022: every debt fell due before its end.
disclosed = defaultdict(lambda: [set(), 0])
for i, debts in now.items():
    for debt in debts:
        if debt.status in ("removed", "transferred") or debt.balance <= 0:
            continue
        row = disclosed[debt.debtor]
        row[0].add(debt.contract_no or debt.creditor + debt.project)
        row[1] += debt.balance
expected["disclosure"] = {name: [len(contracts), yuan(amount)] for name, (contracts, amount) in disclosed.items()}

# A million yuan, the smallest first.
SUM = 100_000_000
waits = []
for i, debts in now.items():
    for debt in debts:
        if debt.status in ("booked", "planned", "partly_repaid"):
            waits.append((max(0, debt.clean - debt.repaid), debt.since, debt.id, i))
left, shares = SUM, {}
for payable, since, name, i in sorted(waits):
    paid = min(payable, left)
    left -= paid
    if paid:
        shares[name] = yuan(paid)
expected["allocation"] = {
    "sum": yuan(SUM), "shares": shares, "paid": yuan(SUM - left),
    "cleared": sum(1 for payable, _, name, _ in waits if payable and shares.get(name) == yuan(payable))}

# The trend: June as it was collected.
was = [debt for debts in june.values() for debt in debts if debt.counts]
expected["june"] = {"units": len(june), "count": len(was), "arrears": yuan(sum(d.arrears for d in was)),
                    "undisputed": yuan(sum(d.clean for d in was)), "repaid": yuan(sum(d.repaid for d in was)),
                    "balance": yuan(sum(d.balance for d in was))}
expected["persons"] = ["赵六"] + [f"{who}{i:02d}" for who in ("填表人", "审核人", "负责人", "责任人") for i in range(40)] + [
    f"139{i:08d}" for i in range(40)]

# ---------------------------------------------------------------- written

for folder, named in files.items():
    path = os.path.join(HERE, folder)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    for name, text in named.items():
        with open(os.path.join(path, name), "w", encoding="utf-8") as out:
            out.write(text)
with open(os.path.join(HERE, "lists.csv"), "w", encoding="utf-8") as out:
    out.write(LISTS)
for name, value in (("campaign.json", campaign), ("expected.json", expected)):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
