#!/usr/bin/env bash
# Search at scale beside Java Lucene, on one machine in one run, the two taking turns; prints a table of medians and draws a plot.
#   compare-with-lucene.sh SETS_DIR WORK_DIR     needs python3, a JDK and Debian's liblucene8-java
# SETS_DIR holds the collections that larger ones are made of; beside it, in TOOLS (default SETS_DIR/../tools), lie
# scale_gen.py SETS OUT N and lucene.sh COLLECTION RUN mixed. WORK_DIR keeps the generated collections, results.jsonl and search.svg.
# SIZES (default "10000 100000 1000000") and ROUNDS (default 3; at a million passages always 1) may be set.
set -euo pipefail
sets=$(cd "$1" && pwd); mkdir -p "$2"; work=$(cd "$2" && pwd)
tools=$(cd "${TOOLS:-$sets/../tools}" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
results=$work/results.jsonl; : > "$results"

dotnet build -c Release -v q "$root/src/CstoBot" >&2
dotnet build -c Release -v q "$root/tests/CstoBot.Benchmarks" >&2
benchmarks=$root/artifacts/bin/CstoBot.Benchmarks/release/CstoBot.Benchmarks

for size in ${SIZES:-10000 100000 1000000}; do
    collection=$work/$size
    [ -s "$collection/queries.jsonl" ] || python3 "$tools/scale_gen.py" "$sets" "$collection" "$size" >&2
    rounds=${ROUNDS:-3}; [ "$size" -lt 1000000 ] || rounds=1
    for round in $(seq "$rounds"); do
        mkdir -p "$work/lucene"
        WORK=$work/lucene BUILDS=1 "$tools/lucene.sh" "$collection" "$work/lucene.run" mixed | tee -a "$results" >&2
        "$benchmarks" search "$collection" | tee -a "$results" >&2
    done
    [ "$size" -ge 1000000 ] || "$benchmarks" open "$collection"
done
"$benchmarks" compare "$results" "$work/search.svg"
