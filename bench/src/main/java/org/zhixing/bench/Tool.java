package org.zhixing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of this machine that is run to its end for what it prints. */
final class Tool {
    private Tool() {}

    /** @throws CannotMeasure naming the Debian package when the program is not there */
    static void require(String program, String debianPackage) {
        try {
            run(List.of(program, "-v"));
        } catch (IOException missing) {
            throw new CannotMeasure(program + " is missing: apt install " + debianPackage + ".", missing);
        }
    }

    /** What the program printed. */
    static String output(List<String> command) {
        try {
            Result result = run(command);
            if (result.exit != 0) {
                throw new CannotMeasure(command.get(0) + " failed: " + result.text);
            }
            return result.text;
        } catch (IOException e) {
            throw new CannotMeasure(command.get(0) + " could not be run", e);
        }
    }

    private record Result(int exit, String text) {}

    private static Result run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new CannotMeasure("Interrupted", e);
        }
    }
}
