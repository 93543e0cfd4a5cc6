package org.zhixing.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * A court date (Asia/Shanghai) that a person moves by writing another into a file, for demo and tests. Read at most
 * every half second; a file that is being replaced, or holds no date, leaves the day as it was.
 */
final class TodayFile {
    private static final Logger LOG = Logger.getLogger(TodayFile.class);
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final Path file;
    private volatile Seen seen;

    private record Seen(LocalDate day, long at) {
        boolean fresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }

    /** @throws IllegalStateException where there is no date to begin with */
    TodayFile(Path file) {
        this.file = file;
        try {
            seen = new Seen(read(), System.nanoTime());
        } catch (IOException | DateTimeException e) {
            throw new IllegalStateException("ZHIXING_TODAY_FILE must hold a date like 2022-11-01: " + e, e);
        }
    }

    LocalDate today() {
        Seen last = seen;
        return last.fresh() ? last.day() : again(last);
    }

    private LocalDate again(Seen last) {
        LocalDate day = last.day();
        try {
            day = read();
        } catch (IOException | DateTimeException e) {
            LOG.warnf("The court's day stays %s: %s", day, e);
        }
        if (!day.equals(last.day())) {
            LOG.infof("The court's day is %s now", day);
        }
        seen = new Seen(day, System.nanoTime());
        return day;
    }

    private LocalDate read() throws IOException {
        return LocalDate.parse(Files.readString(file).strip());
    }
}
