package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodayFileTest {
    private static final LocalDate MONDAY = LocalDate.of(2022, 10, 31);

    @TempDir
    Path folder;

    @Test
    void followsTheFileWithinASecond() throws IOException, InterruptedException {
        Path file = write("2022-10-31\n");
        TodayFile today = new TodayFile(file);
        assertThat(today.today()).isEqualTo(MONDAY);
        write("2022-11-01");
        Thread.sleep(1000);
        assertThat(today.today()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void keepsTheDayWhileTheFileIsBeingReplaced() throws IOException, InterruptedException {
        Path file = write("2022-10-31");
        TodayFile today = new TodayFile(file);
        write("");
        Thread.sleep(1000);
        assertThat(today.today()).isEqualTo(MONDAY);
        Files.delete(file);
        Thread.sleep(1000);
        assertThat(today.today()).isEqualTo(MONDAY);
    }

    @Test
    void wantsADateToBeginWith() throws IOException {
        Path file = write("tomorrow");
        assertThatThrownBy(() -> new TodayFile(file)).hasMessageContaining("ZHIXING_TODAY_FILE");
        assertThatThrownBy(() -> new TodayFile(folder.resolve("missing"))).hasMessageContaining("ZHIXING_TODAY_FILE");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("today"), text);
    }
}
