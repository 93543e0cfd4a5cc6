package org.zhixing.cases.rules;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The registers in the project's samples folder, as rows by header. */
final class RegisterFile {

    private RegisterFile() {}

    static List<Map<String, String>> rows(String name, String charset) throws IOException {
        Path file = Path.of("..", "samples", name);
        try (CSVParser csv =
                CSVParser.parse(Files.newBufferedReader(file, Charset.forName(charset)), CSVFormat.DEFAULT)) {
            List<List<String>> lines = csv.stream().map(CSVRecord::toList).toList();
            SheetHeader header =
                    SheetHeader.of(SheetKind.REGISTER.columns(), lines.get(0)).orThrow();
            return lines.subList(1, lines.size()).stream().map(header::values).toList();
        }
    }
}
