package org.zhixing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.zhixing.flow.StatementWorker;

/** Bank statements made for tests, in the plain mapping. */
public final class BankStatements {
    public static final String HEADER = "流水号,交易时间,收入金额,支出金额,对方户名,对方账号,虚拟账号,摘要,余额";

    private BankStatements() {}

    /** Money in with this remark. */
    public static String in(String serial, String amount, String party, String remark) {
        return serial + ",2022-10-31 10:00:00," + amount + ",," + party + ",6222000000001234,," + remark + ",";
    }

    public static String out(String serial, String amount) {
        return serial + ",2022-10-31 11:00:00,," + amount + ",某某代理银行,,,案款发放,";
    }

    /** Sent by the funds desk, and booked; answers the statement's id. */
    public static String booked(StatementWorker worker, String... lines) {
        String id = People.as("funds")
                .multiPart("file", file(lines).toFile())
                .post("/api/v1/statements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        worker.work();
        People.as("funds").post("/api/v1/statements/" + id + "/commit").then().statusCode(202);
        worker.work();
        return id;
    }

    public static Path file(String... lines) {
        return file(StandardCharsets.UTF_8, Arrays.asList(lines));
    }

    public static Path file(Charset charset, List<String> lines) {
        try {
            Path file = Files.createTempFile("statement-", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n", charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
