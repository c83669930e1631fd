//! Writes a made-up report, or a plain site, into a folder: `cargo run --release --example generate -- --help`.

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;

mod generator;

use generator::Generator;

/// Writes a report to measure with
#[derive(Parser)]
struct Arguments {
    /// The folder to write into; what is there already is not written over
    folder: PathBuf,
    /// A report with so many claims
    #[arg(long, default_value_t = 10_000, conflicts_with = "plain")]
    claims: usize,
    /// A plain site with so many articles instead
    #[arg(long)]
    plain: Option<usize>,
    /// The generator that is to build the plain site
    #[arg(long = "for", value_enum, default_value_t = Generator::Casebook, requires = "plain")]
    generator: Generator,
    /// Another seed, another report
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { folder, claims, plain, generator, seed } = Arguments::parse();
    let files = match plain {
        Some(articles) => generator::plain_site(articles, seed, generator),
        None => generator::report(claims, seed),
    };
    for (path, text) in files {
        casebook::disk::create(&folder.join(path), text.as_bytes())?;
    }
    Ok(())
}
