//! `serve`: the site.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use poem::EndpointExt;
use tokio::net::TcpListener;

use crate::background::Background;
use crate::config::{Config, Fault, is_production};
use crate::logs::AccessLog;
use crate::production::Seeds;
use crate::server::{self, Deadline, Stop};
use crate::wiring::{self, Product};
use crate::{output, outside, production, seed, site};

pub(super) async fn run(mut config: Config, seeds: Seeds) -> anyhow::Result<()> {
    let renderer = wiring::renderer(&config);
    production::check(&config, outside::faults(&config, &renderer), seeds)?;
    let renderer = renderer?;
    wiring::try_out(&config, &renderer)?;
    let listen = config.deployment.listen;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    config.listens_at(address);
    let odd = outside::risks(&config, &renderer);
    let product = Product::to_serve(&config, renderer).await?;
    if seeds == Seeds::First {
        seed::plant(&config.app.first_users, &product.users).await?;
    }
    let stop = Stop::new();
    server::on_signals(&stop)?;
    let web = product.web();
    let site = Deadline {
        site: site::site(&config.app, &web, &stop)?,
        limit: config.deployment.server.request_timeout,
    };
    let app = AccessLog { site, web }.boxed();
    let background = Background::start(&product.users);
    // A site serves although nobody reads what it says.
    let _ = announce(&config, address, odd);
    let doors = (config.deployment.server, config.settings.trusted_proxies.clone());
    server::serve(listener, Arc::new(app), doors, &stop).await?;
    background.stop().await;
    tracing::info!("stopped");
    Ok(())
}

/// Says where everything is, and what is good enough for this machine only.
fn announce(config: &Config, address: SocketAddr, odd: Vec<Fault>) -> anyhow::Result<()> {
    let base = &config.settings.public_base_url;
    output::line(format_args!("Listening on http://{address}"))?;
    if *base != format!("http://{address}") {
        output::line(format_args!("Reached at {base}"))?;
    }
    if config.deployment.mail.is_mailbox() {
        output::line(format_args!("Mailbox at {base}/dev/mailbox"))?;
    }
    list("Mind that", &[production::risks(config), odd].concat())?;
    if !is_production(&config.settings) {
        list("For this machine only. In production it would refuse", &production::objections(config))?;
    }
    Ok(())
}

fn list(heading: &str, faults: &[Fault]) -> anyhow::Result<()> {
    if !faults.is_empty() {
        output::line(format_args!("{heading}:"))?;
    }
    faults.iter().try_for_each(|fault| output::line(format_args!("  - {}: {}", fault.setting, fault.problem)))
}
