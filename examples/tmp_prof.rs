#[path = "../tests/ledgers/made.rs"]
mod made;
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::ledger::Sums;
use arrears_ledger::rule::*;
use std::time::Instant;
fn main() {
    let l = made::ledger(10000, 20220609);
    let text = made::copied(&l, &made::SHORT);
    let t = Instant::now();
    let rows = arrears_ledger::read::split(&text);
    println!("split {:?}", t.elapsed());
    let t = Instant::now();
    let _m = arrears_ledger::read::map_columns(&rows);
    println!("map {:?}", t.elapsed());
    let t = Instant::now();
    let r = arrears_ledger::read::read_table(&text, None);
    println!("read_table {:?} {}", t.elapsed(), r.ledger.entries.len());
    {
        use arrears_ledger::amount::Unit;
        use arrears_ledger::ledger::Entry;
        use arrears_ledger::ledger::fields::Record;
        let t = Instant::now();
        let mut v = Vec::new();
        for _ in 0..10000 {
            v.push(Entry::default());
        }
        println!(
            "push {:?} size {}",
            t.elapsed(),
            std::mem::size_of::<Entry>()
        );
        for (i, k) in made::SHORT.iter().enumerate() {
            let f = Entry::field(k).unwrap();
            let t = Instant::now();
            for (e, r) in v.iter_mut().zip(rows.iter().skip(1)) {
                e.set(f, &r[i], Unit::Wan);
            }
            println!("  {k} {:?}", t.elapsed());
        }
    }
    let l = if std::env::args().nth(1).is_some() {
        l
    } else {
        r.ledger
    };
    let c = Campaign::yexian_2022();
    let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
    let ctx = Context::new(&c, today);
    let t = Instant::now();
    let s = arrears_ledger::review::Standing::of(&l, &ctx);
    println!("standing {:?} findings {}", t.elapsed(), s.len());
    let t = Instant::now();
    let s = arrears_ledger::rules::check(&l, &ctx);
    println!("check {:?} findings {}", t.elapsed(), s.len());
    let mut per = vec![];
    let around = Around {
        header: &l.header,
        context: &ctx,
    };
    for rule in arrears_ledger::rules::all() {
        for check in rule.checks {
            let t = Instant::now();
            let mut n = 0usize;
            match check {
                Check::Entry(f) => {
                    for e in &l.entries {
                        n += f(e, &around).is_some() as usize;
                    }
                }
                Check::Cells(f) => {
                    for e in &l.entries {
                        n += f(e, &around).len();
                    }
                }
                Check::Tally { of, .. } => {
                    for e in &l.entries {
                        n += of(e, &around) as usize & 1;
                    }
                }
                Check::Group { keys, .. } => {
                    let mut v = vec![];
                    for e in &l.entries {
                        keys(e, &mut v);
                        n += v.len();
                        v.clear();
                    }
                }
                Check::Ledger(f) => n = f(&l, &Sums::default(), &ctx).len(),
                _ => {}
            }
            per.push((t.elapsed(), rule.code, n));
        }
    }
    per.sort();
    per.reverse();
    let tot: std::time::Duration = per.iter().map(|p| p.0).sum();
    println!("sum {tot:?}");
    for p in per.iter().take(22) {
        println!("{:?} {} {}", p.0, p.1, p.2);
    }
}
#[allow(dead_code)]
fn x() {}
