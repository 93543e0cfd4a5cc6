package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Team;

/** What the trail keeps of a change. */
class ChangesTest {
    @Test
    void keepsOldAndNewOfWhatDiffersAlone() {
        Changes changes = new Changes()
                .field("cause", "民间借贷纠纷", "买卖合同纠纷")
                .field("amount", new BigDecimal("5.0"), new BigDecimal("5.00"))
                .field("claimAmount", null, new BigDecimal("100000.00"))
                .field("team", Team.FAST, Team.ORDINARY)
                .field("filedOn", LocalDate.of(2022, 10, 10), null)
                .field("preserved", false, false);
        assertThat(changes.byField().keySet()).containsExactly("cause", "claimAmount", "team", "filedOn");
        assertThat(changes.byField().get("cause")).isEqualTo(Map.of("old", "民间借贷纠纷", "new", "买卖合同纠纷"));
        assertThat(changes.byField().get("claimAmount").values())
                .containsExactlyElementsOf(Arrays.asList(null, "100000.00"));
        assertThat(changes.byField().get("team")).isEqualTo(Map.of("old", "FAST", "new", "ORDINARY"));
        assertThat(changes.none()).isFalse();
        assertThat(new Changes().field("a", 1, 1).none()).isTrue();
    }

    /** Two phones that look alike behind their masks are two phones. */
    @Test
    void personalDataIsMaskedAndStillSeenToChange() {
        Changes changes = new Changes()
                .masked("phone", "13800001234", "13811111234", Masking::phone)
                .masked("account", null, "6222021234567890", Masking::bankAccount)
                .masked("idNumber", "410502199001011234", "410502199001011234", Masking::idNumber);
        assertThat(changes.byField().keySet()).containsExactly("phone", "account");
        assertThat(changes.byField().get("phone")).isEqualTo(Map.of("old", "138****1234", "new", "138****1234"));
        assertThat(changes.byField().get("account").get("new")).isEqualTo("************7890");
    }
}
