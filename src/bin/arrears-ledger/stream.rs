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

/// Lines waiting before and answers waiting behind each thread: with it, what lies in memory at any
/// time does not grow with the stream.
const WAITING: usize = 4;

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

/// What is to be printed of a line, and its verdict; nothing of a blank one.
type Told = Option<(String, Verdict)>;

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
            let (desk, work) = sync_channel::<Line>(WAITING);
            let (done, tray) = sync_channel::<Told>(WAITING);
            desks.push(desk);
            trays.push(tray);
            let name = name.as_str();
            scope.spawn(move || answer(name, &work, &done, context, printing));
        }
        let reader = scope.spawn(move || deal(BufReader::new(input), &desks));
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
    write(&mut io::stdout().lock(), &text)?;
    Ok(answer.verdict)
}

/// Reads the lines and deals them out in turn.
fn deal(mut input: impl BufRead, desks: &[SyncSender<Line>]) -> io::Result<()> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    for (no, desk) in (1..).zip(desks.iter().cycle()) {
        let mut bytes = Vec::new();
        // One byte more than is allowed is enough for the line to be refused.
        let read = input
            .by_ref()
            .take(most.saturating_add(1))
            .read_until(b'\n', &mut bytes)?;
        if read == 0 {
            break;
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if limits::FILE_BYTES < bytes.len() {
            input.skip_until(b'\n')?;
        }
        if desk.send(Line { no, bytes }).is_err() {
            break;
        }
    }
    Ok(())
}

/// One thread: answers the lines on its desk.
fn answer(
    name: &str,
    work: &Receiver<Line>,
    done: &SyncSender<Told>,
    context: &Context<'_>,
    printing: Printing,
) {
    for Line { no, bytes } in work {
        let answer = validate_line(&format!("{name}:{no}"), &bytes, context);
        let told = answer.map(|answer| (shown(&answer, printing), answer.verdict));
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
        if let Some((text, verdict)) = told {
            worst = worst.graver(verdict);
            write(&mut out, &text)?;
        }
    }
    out.flush().map_err(|why| code(&why))?;
    Ok(worst)
}

fn write(out: &mut impl Write, text: &str) -> Result<(), u8> {
    writeln!(out, "{}", text.trim_end()).map_err(|why| code(&why))
}

/// A reader that has heard enough (`| head`) ends the program in peace.
fn code(why: &io::Error) -> u8 {
    if why.kind() == io::ErrorKind::BrokenPipe {
        0
    } else {
        FAULT
    }
}
