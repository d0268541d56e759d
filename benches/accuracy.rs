//! How far the engine agrees with the annotations of our own articles: `cargo bench --bench accuracy`.

#[path = "../tests/gold/agreement.rs"]
mod agreement;

fn main() {
    println!("{:36} {:>6}  {:>5}", "measure", "value", "cases");
    for row in agreement::measure(&agreement::own_articles(), agreement::as_it_is) {
        println!("{:36} {:6.3}  {:5}", row.name, row.value, row.cases);
    }
}
