//! The server: whom it waits for, whom not, and how it stops.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::program::{PATIENCE, Place, Site, text, to_the_end};

fn keep_alive(stream: &mut TcpStream, path: &str) -> String {
    write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
    read_answer(stream)
}

/// One answer with a `content-length`, from a connection that stays open.
fn read_answer(stream: &mut TcpStream) -> String {
    let (mut answer, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let count = stream.read(&mut buffer).unwrap();
        assert_ne!(count, 0, "closed after {:?}", text(&answer));
        answer.extend_from_slice(&buffer[..count]);
        if is_whole(&text(&answer)) {
            return text(&answer);
        }
    }
}

fn is_whole(answer: &str) -> bool {
    let Some((head, body)) = answer.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_some_and(|length| length.parse() == Ok(body.len()))
}

#[test]
fn it_serves_with_nothing_set_up_and_says_where() {
    let place = Place::new();
    let site = place.serve(&[]);

    assert_eq!(site.wait_for("Mailbox"), format!("Mailbox at http://{}/dev/mailbox", site.address));
    site.wait_for("For this machine only. In production it would refuse");
    assert!(site.get("/").contains("href=\"/user/register\""));
    assert!(site.get("/user/register").starts_with("HTTP/1.1 200"));
    assert!(site.get("/healthz").ends_with("ok\n"));
    assert!(site.get("/readyz").ends_with("ready\n"));
    assert!(site.get("/user/sessions").contains("location: /user/sign-in?next=%2Fuser%2Fsessions"));
    assert!(site.get("/nowhere").starts_with("HTTP/1.1 404"));
}

#[test]
fn the_log_holds_the_route_and_never_the_token_of_a_link() {
    let place = Place::new().with("USER__LOG", "json");
    let site = place.serve(&[]);

    site.get("/user/confirm-email/a-live-token?next=%2Fsecret-place");

    let line = site.logged("\"access\"");
    assert!(line.contains("/user/confirm-email/:token") && line.contains("\"status\":303"), "{line}");
    assert!(!line.contains("a-live-token") && !line.contains("secret-place"), "{line}");
}

#[test]
fn what_monitors_ask_is_no_line_of_the_usual_log() {
    let place = Place::new().with("USER__LOG", "json");
    let site = place.serve(&[]);

    site.get("/readyz");
    site.get("/healthz");
    site.get("/robots.txt");

    let first = site.logged("\"access\"");
    assert!(first.contains("\"/robots.txt\""), "{first}");
    site.terminate();
    let rest: Vec<_> =
        std::iter::from_fn(|| site.log_line()).filter(|line| line.contains("access")).collect();
    assert_eq!(rest, Vec::<String>::new());
}

#[test]
fn the_log_holds_the_visitor_and_not_the_proxy_and_the_route_of_what_was_refused() {
    let place = Place::new().with("USER__LOG", "json").with("USER__TRUSTED_PROXIES", "127.0.0.0/8");
    let site = place.serve(&[]);
    let mut stream = site.connect();

    write!(
        stream,
        "POST /user/sign-in HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\
         X-Forwarded-For: 198.51.100.7\r\nOrigin: https://evil.example\r\n\r\n"
    )
    .unwrap();

    assert!(to_the_end(stream).starts_with("HTTP/1.1 403"));
    let line = site.logged("\"access\"");
    for expected in ["\"/user/sign-in\"", "198.51.100.7", "403"] {
        assert!(line.contains(expected), "{expected} in {line}");
    }
}

#[test]
fn a_head_that_does_not_come_to_its_end_is_not_waited_for() {
    let place = Place::new().with("USER__SERVER__HEADER_TIMEOUT", "300ms");
    let site = place.serve(&[]);
    let mut slow = site.connect();

    slow.write_all(b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ").unwrap();

    assert!(!to_the_end(slow).contains("200 OK"));
    assert!(site.get("/healthz").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_head_that_is_too_long_is_refused() {
    let place = Place::new();
    let site = place.serve(&[]);
    let mut stream = site.connect();

    let long = "x".repeat(400_000);
    // The answer may come before everything is written.
    let _ = write!(stream, "GET / HTTP/1.1\r\nHost: here\r\nX-Long: {long}\r\n\r\n");

    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(text(&answer), "HTTP/1.1 431");
}

#[test]
fn a_body_that_does_not_come_to_its_end_is_not_waited_for() {
    let place = Place::new().with("USER__SERVER__REQUEST_TIMEOUT", "300ms");
    let site = place.serve(&[]);
    let slow = begin_sign_in(&site);

    assert!(to_the_end(slow).starts_with("HTTP/1.1 408"));
    assert!(site.logged("POST").contains("408"));
}

#[test]
fn one_connection_too_many_waits_until_another_ends() {
    let place = Place::new().with("USER__SERVER__MAX_CONNECTIONS", "1");
    let site = place.serve(&[]);
    let mut first = site.connect();
    assert!(keep_alive(&mut first, "/healthz").starts_with("HTTP/1.1 200"));

    let mut second = site.connect();
    write!(second, "GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").unwrap();
    second.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let waiting = second.read(&mut [0; 1]).unwrap_err().kind();
    drop(first);
    second.set_read_timeout(Some(PATIENCE)).unwrap();

    assert!(matches!(waiting, ErrorKind::WouldBlock | ErrorKind::TimedOut));
    assert!(to_the_end(second).starts_with("HTTP/1.1 200"));
}

/// Answers that nobody reads fill the buffers of both ends; then the site reads no more, and lets go.
#[test]
fn clients_that_ask_on_and_on_and_never_read_are_let_go_of_and_hold_nobody_up() {
    let place = Place::new().with("USER__SERVER__WRITE_TIMEOUT", "300ms");
    let site = place.serve(&[]);
    let page = site.get("/user/sign-in");
    let (_, after) = page.split_once("href=\"/user/assets/").unwrap();
    let style = after.split_once('"').unwrap().0;
    let asks = format!("GET /user/assets/{style} HTTP/1.1\r\nHost: here\r\n\r\n").repeat(64);

    std::thread::scope(|scope| {
        let hostile: Vec<_> = (0..8)
            .map(|_| {
                let (mut stream, asks) = (site.connect(), &asks);
                stream.set_write_timeout(Some(PATIENCE)).unwrap();
                scope.spawn(move || {
                    loop {
                        if let Err(error) = stream.write_all(asks.as_bytes()) {
                            return error.kind();
                        }
                    }
                })
            })
            .collect();
        assert!(site.get("/healthz").starts_with("HTTP/1.1 200"));
        for stream in hostile {
            let ended = stream.join().unwrap();
            assert!(matches!(ended, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe), "{ended:?}");
        }
    });

    assert!(site.get("/healthz").starts_with("HTTP/1.1 200"));
}

#[test]
fn one_connection_too_many_of_one_client_is_turned_away_and_others_stay() {
    let place = Place::new().with("USER__SERVER__MAX_CONNECTIONS_PER_CLIENT", "2");
    let site = place.serve(&[]);
    let (mut first, mut second) = (site.connect(), site.connect());
    for stream in [&mut first, &mut second] {
        assert!(keep_alive(stream, "/healthz").starts_with("HTTP/1.1 200"));
    }

    let third = to_the_end(site.connect());

    assert!(third.starts_with("HTTP/1.1 503") && third.contains("Retry-After"), "{third}");
    assert!(keep_alive(&mut first, "/healthz").starts_with("HTTP/1.1 200"));
    drop(second);
    // The site has to notice first that the second has gone.
    let answered = || {
        let (mut stream, mut answer) = (site.connect(), Vec::new());
        let asked = write!(stream, "GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        let _ = asked.and_then(|()| stream.read_to_end(&mut answer));
        text(&answer)
    };
    while !answered().starts_with("HTTP/1.1 200") {
        std::thread::yield_now();
    }
}

#[test]
fn a_trusted_proxy_has_as_many_connections_as_it_needs() {
    let place = Place::new()
        .with("USER__SERVER__MAX_CONNECTIONS_PER_CLIENT", "1")
        .with("USER__TRUSTED_PROXIES", "127.0.0.0/8");
    let site = place.serve(&[]);
    let mut open: Vec<_> = (0..8).map(|_| site.connect()).collect();

    for stream in &mut open {
        assert!(keep_alive(stream, "/healthz").starts_with("HTTP/1.1 200"));
    }
}

#[test]
fn a_request_that_does_not_say_once_which_host_it_is_for_is_refused() {
    let place = Place::new();
    let site = place.serve(&[]);

    for hosts in ["", "Host: here\r\nHost: here\r\n", "Host: here\r\nHost: there\r\n"] {
        let mut stream = site.connect();
        write!(stream, "GET /healthz HTTP/1.1\r\n{hosts}\r\n").unwrap();
        assert!(to_the_end(stream).starts_with("HTTP/1.1 400"), "{hosts:?}");
    }
    let mut old = site.connect();
    old.write_all(b"GET /healthz HTTP/1.0\r\n\r\n").unwrap();
    assert!(to_the_end(old).starts_with("HTTP/1.0 200"));
}

#[test]
fn what_came_in_half_does_not_keep_it_from_stopping() {
    let place = Place::new();
    let site = place.serve(&[]);
    let mut head = site.connect();
    head.write_all(b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ").unwrap();
    let mut body = begin_sign_in(&site);
    body.write_all(FORM.split_at(9).0.as_bytes()).unwrap();

    site.terminate();

    assert!(!to_the_end(head).contains("200 OK"));
    assert!(!to_the_end(body).contains("200 OK"));
    let told = site.logged("stopped");
    assert!(!told.contains("before these had finished"), "{told}");
    assert!(site.ended().success());
}

const FORM: &str = "username=nobody&password=nothing";

/// Sends all of a sign-in but its body, and waits until the site asks for that: the request is under way.
fn begin_sign_in(site: &Site) -> TcpStream {
    let mut stream = site.connect();
    let length = FORM.len();
    write!(
        stream,
        "POST /user/sign-in HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\nExpect: 100-continue\r\n\r\n"
    )
    .unwrap();
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).unwrap();
    assert_eq!(text(&interim), "HTTP/1.1 100 Continue\r\n\r\n");
    stream
}

#[test]
fn what_was_accepted_is_finished_after_the_signal_to_stop() {
    let place = Place::new();
    let site = place.serve(&[]);
    let mut under_way: Vec<_> = (0..16).map(|_| begin_sign_in(&site)).collect();
    let mut idle = site.connect();
    keep_alive(&mut idle, "/readyz");

    site.terminate();
    site.logged("stopping");
    let told = keep_alive(&mut idle, "/readyz");
    for stream in &mut under_way {
        stream.write_all(FORM.as_bytes()).unwrap();
    }

    assert!(told.starts_with("HTTP/1.1 503") && told.contains("connection: close"), "{told}");
    for stream in under_way {
        let answer = to_the_end(stream);
        assert!(is_whole(&answer) && answer.starts_with("HTTP/1.1 403"), "{answer}");
    }
    assert!(site.ended().success());
}

#[test]
fn a_connection_on_which_nothing_happens_does_not_keep_it_from_stopping() {
    let place = Place::new();
    let site = place.serve(&[]);
    let silent = site.connect();

    site.terminate();

    assert_eq!(to_the_end(silent), "");
    assert!(site.ended().success());
}

#[test]
fn under_load_no_answer_is_cut_off_by_the_signal_to_stop() {
    let place = Place::new();
    let site = place.serve(&[]);
    let served = AtomicUsize::new(0);

    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| hammer(site.address, &served));
        }
        while served.load(Ordering::SeqCst) < 200 {
            std::thread::yield_now();
        }
        site.terminate();
    });

    assert!(site.ended().success());
}

/// Asks again and again until nobody listens; every answer that begins must come to its end.
fn hammer(address: SocketAddr, served: &AtomicUsize) {
    while let Ok(mut stream) = TcpStream::connect(address) {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let asked = write!(stream, "GET /user/sign-in HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        let mut answer = Vec::new();
        // A client that connects in the very moment in which the door is shut is not answered at all.
        if asked.and_then(|()| stream.read_to_end(&mut answer)).is_ok() && !answer.is_empty() {
            assert!(is_whole(&text(&answer)), "{}", text(&answer));
            served.fetch_add(1, Ordering::SeqCst);
        } else {
            assert!(answer.is_empty(), "{}", text(&answer));
        }
    }
}
