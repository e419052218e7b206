//! What happens when it is not one well-behaved client after another.

use std::thread;
use std::time::{Duration, Instant};

use crate::files::{amended, digest_of, file, month};
use crate::raw::Raw;
use crate::running::{Running, folder, program};

/// The most bytes the service is told to take here: what the fixture's files need.
const LARGEST: &str = "8000";

#[test]
fn a_file_too_large_is_refused_before_it_is_sent() {
    let service = Running::new("large", &["--largest", LARGEST]);
    // Nothing but the head is sent: the answer must not wait for what it would not take.
    let answer = Raw::upload(&service, 8001).answer().unwrap();
    service.description().check("POST", "/submissions", &answer);
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (413, "too-large")
    );
    assert_eq!(answer.header("connection"), "close");
    // Without a length, as soon as it is over.
    let mut raw = Raw::to(&service);
    raw.send("POST /submissions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n");
    raw.send("transfer-encoding: chunked\r\n\r\n");
    for _ in 0..8 {
        raw.send(format!("3e8\r\n{}\r\n", " ".repeat(1000)));
    }
    raw.send("1\r\n \r\n");
    let answer = raw.answer().unwrap();
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (413, "too-large")
    );
    // To the last byte it is taken.
    let mut own = file("june/00.json");
    own.resize(8000, b' ');
    assert_eq!(service.post(&own).status, 201);
}

#[test]
fn a_slow_upload_is_given_up_and_stands_in_nobodys_way() {
    let service = Running::new("slow", &["--slowest", "1"]);
    let own = file("june/00.json");
    let start = Instant::now();
    let mut slow = Raw::upload(&service, own.len());
    slow.send(&own[..10]);
    let mut head = Raw::to(&service);
    head.send("POST /submissions HTTP/1.1\r\nhost:");
    assert_eq!(service.post(&own).status, 201);
    let answer = slow.answer().unwrap();
    service.description().check("POST", "/submissions", &answer);
    assert_eq!((answer.status, answer.problem().as_str()), (408, "slow"));
    // A head that does not end is no request, and has no answer of ours.
    assert!(head.answer().is_none_or(|answer| answer.status == 408));
    let took = start.elapsed();
    assert!(
        Duration::from_secs(1) <= took && took < Duration::from_secs(20),
        "{took:?}"
    );
    // Bytes that drip in do not hold it open either.
    let mut drip = Raw::upload(&service, own.len());
    let start = Instant::now();
    drip.drip(&own[..30], Duration::from_millis(100));
    assert_eq!(drip.answer().unwrap().status, 408);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn of_one_file_sent_at_once_one_is_kept() {
    let service = Running::new("at-once", &[]);
    let own = file("june/01.json");
    let all = |files: &[Vec<u8>]| -> Vec<u16> {
        thread::scope(|scope| {
            let sent: Vec<_> = files
                .iter()
                .map(|file| scope.spawn(|| service.post(file).status))
                .collect();
            let mut statuses: Vec<u16> = sent.into_iter().map(|one| one.join().unwrap()).collect();
            statuses.sort_unstable();
            statuses
        })
    };
    let mut expected = vec![200; 11];
    expected.push(201);
    assert_eq!(all(&vec![own.clone(); 12]), expected);
    // Of several second revisions one is in time; the others would fork the chain.
    let rivals: Vec<Vec<u8>> = (0..8)
        .map(|no| amended(&own, &format!("第{no}份")))
        .collect();
    let mut expected = vec![201];
    expected.extend([409; 7]);
    assert_eq!(all(&rivals), expected);
    let revisions: Vec<_> = service
        .listed()
        .iter()
        .map(|one| one["revision"].as_u64().unwrap())
        .collect();
    assert_eq!(revisions, [1, 2]);
    // The files of all units at once.
    let june: Vec<Vec<u8>> = month("june").into_iter().map(|(_, file)| file).collect();
    let service = &service;
    thread::scope(|scope| {
        for some in june.chunks(4) {
            scope.spawn(move || {
                for file in some {
                    assert!(service.post(file).status <= 201);
                }
            });
        }
    });
    assert_eq!(service.listed().len(), june.len() + 1);
}

#[test]
fn more_uploads_than_there_is_room_for_are_told_to_come_again() {
    let service = Running::new("busy", &["--at-once", "1"]);
    let own = file("june/00.json");
    let (mut first, busy) = Raw::held(&service, &own);
    assert_eq!(
        (busy.problem().as_str(), busy.header("retry-after")),
        ("busy", "5")
    );
    // Reading goes on meanwhile.
    assert_eq!(service.get("/submissions").status, 200);
    first.send(&own[1..]);
    assert!(first.answer().unwrap().status <= 201);
    assert!(service.post(&file("june/01.json")).status <= 201);
}

#[test]
fn it_stops_when_what_has_begun_is_done() {
    let folder = folder("stopped");
    let service = Running::start(&folder, &[]);
    let own = file("june/00.json");
    let mut open = Raw::upload(&service, own.len());
    open.send(&own[..200]);
    // So that the head has been read.
    assert_eq!(service.post(&file("june/01.json")).status, 201);
    service.signal("TERM");
    let closed = (0..200).any(|_| {
        thread::sleep(Duration::from_millis(10));
        std::net::TcpStream::connect(&service.address).is_err()
    });
    assert!(closed, "it still takes connections");
    open.send(&own[200..]);
    assert_eq!(open.answer().unwrap().status, 201);
    let (status, log) = service.ended();
    assert!(status.success(), "{log}");
    let again = Running::start(&folder, &[]);
    assert_eq!(again.listed().len(), 2);
}

#[test]
fn what_was_answered_is_kept_though_the_power_goes() {
    let folder = folder("killed");
    let june = month("june");
    let mut answered = Vec::new();
    for some in june.chunks(8).take(3) {
        let service = Running::start(&folder, &[]);
        for (_, file) in some {
            if service.post(file).status == 201 {
                answered.push(digest_of(file));
            }
        }
        service.signal("KILL");
        service.ended();
    }
    assert_eq!(answered.len(), 24);
    let service = Running::start(&folder, &[]);
    let kept: Vec<_> = service
        .listed()
        .iter()
        .map(|one| one["digest"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kept, answered);
}

#[test]
fn two_services_do_not_share_a_database() {
    let folder = folder("shared");
    let first = Running::start(&folder, &[]);
    let second = program(&folder, &[]).output().unwrap();
    assert!(!second.status.success());
    assert!(String::from_utf8_lossy(&second.stderr).contains("submissions.db"));
    assert_eq!(first.post(&file("june/00.json")).status, 201);
}
