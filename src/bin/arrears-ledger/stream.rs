//! `validate --ndjson`: a line in, an answer out, in order, by several threads, in bounded memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use arrears_ledger::api::{self, Verdict, validate_line};
use arrears_ledger::campaign::Context;
use arrears_ledger::limits;
use arrears_ledger::text::Lang;

use crate::{FAULT, Report};

/// Batches waiting before and behind each thread: with it, what lies in memory at any time does not
/// grow with the stream.
const WAITING: usize = 4;

/// What is read at once. To hand a line over takes as long as to check it, so those that have come are
/// handed over together; nobody waits for more.
const READ_BYTES: usize = 1 << 16;

/// How answers are printed.
#[derive(Clone, Copy)]
pub(crate) struct Printing {
    pub(crate) format: Report,
    pub(crate) lang: Lang,
}

/// A line, as far as it may go, with its number from 1.
struct Line {
    no: usize,
    bytes: Vec<u8>,
}

/// What is to be printed of lines, and the gravest of their verdicts; blank ones say nothing.
struct Told {
    text: String,
    worst: Verdict,
}

/// Checks every line of a file; the gravest verdict, or the exit code of a failure to print.
///
/// The lines are dealt out to the threads in turn and the answers gathered in the same turn, so they
/// come in the order of the lines.
pub(crate) fn stream(
    file: &Path,
    jobs: usize,
    context: &Context<'_>,
    printing: Printing,
) -> Result<Verdict, u8> {
    let name = file.display().to_string();
    let input: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        match File::open(file) {
            Ok(file) => Box::new(file),
            Err(why) => return unopened(&name, &why, printing),
        }
    };
    thread::scope(|scope| {
        let (mut desks, mut trays) = (Vec::new(), Vec::new());
        for _ in 0..jobs.max(1) {
            let (desk, work) = sync_channel::<Vec<Line>>(WAITING);
            let (done, tray) = sync_channel::<Told>(WAITING);
            desks.push(desk);
            trays.push(tray);
            let name = name.as_str();
            scope.spawn(move || answer(name, &work, &done, context, printing));
        }
        let reader = scope.spawn(move || deal(BufReader::with_capacity(READ_BYTES, input), &desks));
        let gathered = gather(&trays);
        // What nobody will print need not be read either: threads that find their tray gone stop.
        drop(trays);
        let worst = gathered?;
        match reader.join() {
            Ok(Ok(())) => Ok(worst),
            Ok(Err(why)) => Ok(worst.graver(unopened(&name, &why, printing)?)),
            Err(_) => Err(FAULT),
        }
    })
}

fn unopened(name: &str, why: &io::Error, printing: Printing) -> Result<Verdict, u8> {
    let answer = api::unopened(name, &why.to_string());
    let text = shown(&answer, printing);
    writeln!(io::stdout().lock(), "{}", text.trim_end()).map_err(|why| code(&why))?;
    Ok(answer.verdict)
}

/// Reads the lines and deals them out in turn.
fn deal(mut input: BufReader<impl Read>, desks: &[SyncSender<Vec<Line>>]) -> io::Result<()> {
    let mut numbers = 1..;
    for desk in desks.iter().cycle() {
        let mut lines = Vec::new();
        while lines.is_empty() || input.buffer().contains(&b'\n') {
            let Some(bytes) = line(&mut input)? else {
                break;
            };
            lines.extend(numbers.next().map(|no| Line { no, bytes }));
        }
        if lines.is_empty() || desk.send(lines).is_err() {
            break;
        }
    }
    Ok(())
}

/// The next line, as far as it may go; nothing behind the last.
fn line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    // One byte more than is allowed is enough for the line to be refused.
    let read = input
        .by_ref()
        .take(most.saturating_add(1))
        .read_until(b'\n', &mut bytes)?;
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if limits::FILE_BYTES < bytes.len() {
        input.skip_until(b'\n')?;
    }
    Ok((read != 0).then_some(bytes))
}

/// One thread: answers the lines on its desk.
fn answer(
    name: &str,
    work: &Receiver<Vec<Line>>,
    done: &SyncSender<Told>,
    context: &Context<'_>,
    printing: Printing,
) {
    for lines in work {
        let mut told = Told {
            text: String::new(),
            worst: Verdict::Valid,
        };
        for Line { no, bytes } in lines {
            if let Some(answer) = validate_line(&format!("{name}:{no}"), &bytes, context) {
                told.text.push_str(shown(&answer, printing).trim_end());
                told.text.push('\n');
                told.worst = told.worst.graver(answer.verdict);
            }
        }
        if done.send(told).is_err() {
            break;
        }
    }
}

fn shown(answer: &api::Answer, printing: Printing) -> String {
    match printing.format {
        Report::Text => answer.text(printing.lang),
        Report::Json => answer.json(printing.lang),
    }
}

/// Prints the answers in turn; the gravest verdict.
fn gather(trays: &[Receiver<Told>]) -> Result<Verdict, u8> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut worst = Verdict::Valid;
    for tray in trays.iter().cycle() {
        let waiting = if let Ok(told) = tray.try_recv() {
            Ok(told)
        } else {
            // Whoever reads the answers need not wait for those to come.
            out.flush().map_err(|why| code(&why))?;
            tray.recv()
        };
        // The reader deals in turn, so where this thread has nothing more, none has.
        let Ok(told) = waiting else { break };
        worst = worst.graver(told.worst);
        out.write_all(told.text.as_bytes())
            .map_err(|why| code(&why))?;
    }
    out.flush().map_err(|why| code(&why))?;
    Ok(worst)
}

/// A reader that has heard enough (`| head`) ends the program in peace.
fn code(why: &io::Error) -> u8 {
    if why.kind() == io::ErrorKind::BrokenPipe {
        0
    } else {
        FAULT
    }
}
