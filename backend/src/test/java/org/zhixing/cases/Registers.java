package org.zhixing.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.testing.People;

/** Registers made for tests, row by row. */
public final class Registers {
    public static final Path SAMPLES = Path.of("..", "samples");

    private Registers() {}

    /** A good row with these cells changed: header, value, header, value … */
    public static Map<String, String> row(String number, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        List<String> cells = List.of(
                number,
                "首次执行",
                "2022-03-01",
                "民间借贷纠纷",
                "5000.00",
                "金钱给付",
                "王某",
                "自然人",
                "李某",
                "自然人",
                "否",
                "否",
                "否",
                "否",
                "",
                "",
                "");
        List<String> headers = RegisterColumn.headers();
        for (int i = 0; i < headers.size(); i++) {
            row.put(headers.get(i), i < cells.size() ? cells.get(i) : "");
        }
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    @SafeVarargs
    public static String csv(Map<String, String>... rows) {
        return csv(RegisterColumn.headers(), Arrays.asList(rows));
    }

    public static String csv(List<String> headers, List<Map<String, String>> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(headers));
        rows.forEach(row ->
                lines.add(headers.stream().map(h -> row.getOrDefault(h, "")).toList()));
        return lines.stream()
                .map(cells -> cells.stream()
                        .map(c -> c.matches("(?s).*[,\"\n].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    public static Path file(String text, Charset charset) throws IOException {
        Path file = Files.createTempFile("register-", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text, charset);
    }

    /** What a workbook is filled with. */
    public interface Filling {
        void fill(Worksheet sheet);
    }

    public static Path workbook(Filling filling) throws IOException {
        Path file = Files.createTempFile("register-", ".xlsx");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("登记表"));
        }
        return file;
    }

    /** A register of so many plain cases of one court, with the serials from 1 on. */
    public static Path plain(int cases) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i <= cases; i++) {
            rows.add(row("(2022)豫0505执" + i + "号"));
        }
        return file(csv(RegisterColumn.headers(), rows), StandardCharsets.UTF_8);
    }

    /** Uploads it to an API; answers the import's id. */
    public static String upload(String url, Path register) {
        return People.as("triage")
                .baseUri(url)
                .multiPart("file", register.toFile())
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void commit(String url, String id) {
        People.as("triage")
                .baseUri(url)
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(202);
    }
}
