//! What is too much.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use user_e2e::Demo;

#[tokio::test]
async fn a_body_of_ten_megabytes_is_refused_before_it_is_read() {
    let site = Demo::setup().start().await;
    let before = site.memory();

    for head in ["Content-Length: 10485760\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n"] {
        let answer = post_ten_megabytes(&site, head).await;
        assert!(answer.starts_with("HTTP/1.1 413 "), "{head:?}: {answer:?}");
    }

    let grown = site.memory().saturating_sub(before) / 1024;
    println!("two posts of 10 MB: memory grew by {grown} MiB");
    assert!(grown < 30, "{grown} MiB");
    assert_eq!(site.visitor("ada").opens("/user/register").await.status, 200);
}

/// Sends as much of it as the site takes, and answers with the beginning of what came back.
async fn post_ten_megabytes(site: &Demo, head: &str) -> String {
    let socket = TcpStream::connect(site.base.authority()).await.unwrap();
    let (mut reader, mut writer) = socket.into_split();
    let start =
        "POST /user/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let head = format!("{start}{head}");
    let sending = tokio::spawn(async move {
        writer.write_all(head.as_bytes()).await?;
        let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x10000));
        for _ in 0..160 {
            writer.write_all(chunk.as_bytes()).await?;
        }
        std::io::Result::Ok(())
    });
    let mut answer = vec![0; 12];
    reader.read_exact(&mut answer).await.unwrap();
    sending.abort();
    String::from_utf8(answer).unwrap() + " "
}
