package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration that courts have run is never edited: their next start would refuse it. Add the next V… file instead. */
class ReleasedMigrationsTest {

    @ParameterizedTest
    @CsvSource({"V1__schema.sql, ccba4bc4225ca708d222b744c01ce20a8eb45237fb22bd1b969b85d172d1c552"})
    void stayAsTheyWereReleased(String name, String sha256) throws IOException, NoSuchAlgorithmException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/" + name))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }
}
