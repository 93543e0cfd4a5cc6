package org.zhixing.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Closed-model load by wrk: so many connections, each sending as soon as it was answered. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s|m)\\b");
    private static final Pattern FAULTS = Pattern.compile("(Non-2xx[^\\n]*|Socket errors[^\\n]*)");

    private Wrk() {}

    /** What one run saw. */
    record Result(double perSecond, double p99Ms) {}

    static Result load(String url, String token, int connections, int seconds) {
        return parse(Tool.output(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "-H",
                "Authorization: Bearer " + token,
                url)));
    }

    /** @throws CannotMeasure when an answer was no success: a refused request is a quick one */
    static Result parse(String output) {
        Matcher faults = FAULTS.matcher(output);
        if (faults.find()) {
            throw new CannotMeasure("wrk: " + faults.group(1));
        }
        Matcher rate = RATE.matcher(output);
        Matcher p99 = P99.matcher(output);
        if (!rate.find() || !p99.find()) {
            throw new CannotMeasure("wrk said something else than it used to: " + output);
        }
        double scale =
                switch (p99.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    default -> 60_000;
                };
        return new Result(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * scale);
    }
}
