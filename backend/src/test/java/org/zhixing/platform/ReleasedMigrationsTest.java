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
        "V19__money.sql, 0e353e46af504839800179bcb463ee11945337ee8ebde233547c50c4be14f48f",
        "V20__posting.sql, be4c0f3b0af2d4b6c68560213436f1a56f44bb32130ed3e69b972f79de1cedba",
        "V21__carry.sql, 6ac79238fd7169f52322cd0492f09bd5dccf0b6cf391ddac4273df1c2951fc52",
        "V22__upload_policy.sql, 892224b94d7805a711b1378fbb45e7494be018a8f2da8ce2c45f5f19c850ab01",
        "V23__dossier_policy.sql, d9a69d7f28770f1d666d5d330628f38c829041d92f4db8477546d3cecbef013a",
        "V23_1__dossier_order.sql, 1e7dc7df569e7c2ca1d3357701090750714607580c2361f7009b3e487b344917",
        "V24__delegation.sql, 375cadac07001af38966d15fe2be990a843366944305ac10e97e26b14d1518e2",
        "V25__capture_place.sql, 1c409e4003a9a45992e7979ba3fcb37e5c74222e215fb0393b1dfdcd24f3f96c",
        "V26__query_results.sql, b114cdd49930cc202ac59423ad91123a8e9855827bbb379e16df1377268bf4e4",
        "V26_1__measure_acts.sql, 816e293a4971fdb06e6944b5383c5984a4854e18bed38c610d7599a9c57c025e",
        "V27__paper.sql, e15986ea16110c6bb50b34a8f1db012e148c5b2eafa0cf16e1de92248b355a6a",
        "V42__referral.sql, 2061b37e155b4aa413be500ef80165839a5070853e7289fe654a1512015983fe",
        "V43__panel.sql, 176ec0da59eeaffe366ea8a90052be6d1b10d2f78272344932082f5f5b0b5217",
        "V44__stand_in.sql, d7f0bc4454fc8310598a300453959510598ab70d4d892561f539785ac6ceb950",
        "V45__bank_readers.sql, 0e45a88a88405cc5a2c45a99f1415a478a752312bd85b208d04c02b2d4694a0c",
        "V46__archiving.sql, dc5aec01354defad88c0e318c85760d7c534c4fd51f56724d2d1dd5c8b27fe57",
        "V48__session.sql, e2232852f6b325d68aee51adf055343f4829a3b178fcde81a65fa927bcec8a3b",
        "V49__archive_loan.sql, f5d97d8c7e45dc9bc1f3176cadbbdc1ef08b1391ad231dcb73604a96857aa653",
        "V50__signing_policy.sql, 32b56352f6c80c0ff216988d13353d60aaa1907e065057b87f8aec1174b663a8"
    })
    void stayAsTheyWereReleased(String name, String sha256) throws IOException, NoSuchAlgorithmException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/" + name))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }
}
