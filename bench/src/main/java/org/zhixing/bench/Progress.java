package org.zhixing.bench;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Tells whoever waits what is going on. */
final class Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Progress() {}

    static void say(String sentence) {
        System.out.println("bench " + LocalTime.now().format(TIME) + ": " + sentence);
    }
}
