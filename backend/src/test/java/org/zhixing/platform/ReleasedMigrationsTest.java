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
    @CsvSource({
        "V1__schema.sql, ccba4bc4225ca708d222b744c01ce20a8eb45237fb22bd1b969b85d172d1c552",
        "V2__node_tally.sql, 4be8068135d6cef99893fe9b791ac5ae9dc8755ca4805ce7c4766c3c119d3988",
        "V3__references_and_ends.sql, ead5456975e10303f4d52a7b6e9d8316940f706a98ba2d7e39dea669bb55c667",
        "V4__reach.sql, eec4794c6d34fb4d9923424c08b4d7a8eb9419dfbaf945c265f66e39172fc7e4",
        "V5__policy_draft.sql, 9a3a1bb3a0f5f8c386742a72d0417a5bfac4dfd62707dc01d0636031bc0191df",
        "V6__supervision.sql, 0cd180fe0b04ae733300a4c44a6208701c6026b08c3d6fb00cabc33e256e8afa",
        "V7__suspension.sql, 0ebd5ab7e8dd8de03b69d130e6b39d4ae4aeca115caf525d67208b4b8e74760e",
        "V11__ledger.sql, 64b5430e888345cb456de257b7a27432ede47fc68ed7ea52cd8af15857887710",
        "V12__audit_seal.sql, b64339f3e94f852c796bb569e7cd688b4afccf7833a8160901323faca2cd118f",
        "V14__uploads.sql, 767c5d91c90675f56eb9e6f80e19a78a43f8576e9f4599cf035953041cf63cc4",
        "V14_1__pictures.sql, 18bdc6167d3ce1cb453b0f9bc2ba98bf99d0e9855a899c51355f273e02ccd782",
        "V15__dossier.sql, faeebca40ca2b4e7005442f5d2ab94137d0645de9727bfe0971494cbb9d678d9",
        "V16__task_slip.sql, 09e708b21e8c7e2edd2ba7227a5d2386f5c26e840fd52516b0a3e047c640dbee",
        "V17__capture.sql, dabba339c20a0e06c06b7bba350494bc2fa1f6d808d2b0509ab01dbbb6cc954b",
        "V18__measure.sql, da4f29283973df65ed89496e230709de93b03c54f8380ca84fb9c4ef660d91b6",
        "V18_1__measure_end.sql, 876fba8a198689407549d635adba75983d0c39d98355601a872b1815d28dc5cc",
        "V19__money.sql, 0e353e46af504839800179bcb463ee11945337ee8ebde233547c50c4be14f48f"
    })
    void stayAsTheyWereReleased(String name, String sha256) throws IOException, NoSuchAlgorithmException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/" + name))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }
}
