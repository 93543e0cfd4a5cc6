package org.zhixing.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Waits until a server answers 200 at its address. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration NEWS = Duration.ofSeconds(10);

    private Readiness() {}

    /** @throws PartDied when the server ends first, or does not answer within 5 minutes */
    static void await(Part part, String url, Console console) throws InterruptedException {
        long began = System.nanoTime();
        long nextNews = NEWS.toSeconds();
        while (!answers(url)) {
            if (!part.isAlive()) {
                throw new PartDied(part, part.name() + " stopped while it was starting");
            }
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            if (seconds > PATIENCE.toSeconds()) {
                throw new PartDied(part, part.name() + " is not ready after " + seconds + " s");
            }
            if (seconds >= nextNews) {
                console.say(part.name() + " is still starting (" + seconds + " s)");
                nextNews += NEWS.toSeconds();
            }
            Thread.sleep(200);
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
