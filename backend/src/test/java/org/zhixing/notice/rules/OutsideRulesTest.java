package org.zhixing.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.cn", "wang.mou@court.gov.cn", "o'neil+x@mail-1.example.org"})
    void plainAddressesAreTaken(String address) {
        assertThat(EmailAddress.valid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.cn",
                "a@",
                "a@b",
                "a@b..cn",
                ".a@b.cn",
                "a b@c.cn",
                "a@b.cn\nBcc: x@y.cn",
                "a@b.cn\r",
                "a@b.cn,c@d.cn",
                "<a@b.cn>",
                "\"a\"@b.cn",
                "王@b.cn",
                "a@-b.cn",
                "a@[127.0.0.1]",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.cn"
            })
    void anythingElseIsNot(String text) {
        assertThat(EmailAddress.valid(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "203.0.114.7, true",
        "172.15.0.1, true",
        "172.32.0.1, true",
        "100.128.0.1, true",
        "0.0.0.0, false",
        "10.0.0.1, false",
        "100.64.0.1, false",
        "127.0.0.1, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "192.168.1.1, false",
        "198.19.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "2606:4700::1111, true",
        "2002:0808:0808::1, true",
        "64:ff9b::808:808, true",
        "::, false",
        "::1, false",
        "fe80::1, false",
        "fd00::1, false",
        "ff02::1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "2002:0a00:0001::1, false",
        "64:ff9b::a00:1, false",
        "::ffff:10.0.0.1, false"
    })
    void addressesOfTheInsideAreKnown(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address).getAddress()))
                .isEqualTo(isPublic);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2022-11-21T08:00, true, true",
        "true, 2022-11-21T07:59, true, false",
        "true, 2022-11-20T10:00, false, false",
        "false, 2022-11-20T02:00, false, true"
    })
    void aQuietCourtSendsOnWorkingDaysFromItsHourOn(boolean quiet, LocalDateTime now, boolean workday, boolean leaves) {
        ChannelSettings court = new ChannelSettings(true, false, true, null, true, LocalTime.of(8, 0), quiet, 1);
        assertThat(court.mayLeave(now, workday)).isEqualTo(leaves);
    }

    @Test
    void theDigestIsDueOnWorkingDaysFromItsHourOnWhetherQuietOrNot() {
        ChannelSettings court = new ChannelSettings(true, false, true, null, true, LocalTime.of(8, 0), false, 1);
        assertThat(court.digestDue(LocalDateTime.parse("2022-11-21T17:30"), true))
                .isTrue();
        assertThat(court.digestDue(LocalDateTime.parse("2022-11-21T07:59:59"), true))
                .isFalse();
        assertThat(court.digestDue(LocalDateTime.parse("2022-11-20T09:00"), false))
                .isFalse();
    }

    @Test
    void anErrorIsKeptWithoutAddressesKeysAndLineEnds() {
        assertThat(PlainError.of("SMTPException", "550 5.1.1 <wang@court.example>: unknown\r\nmore"))
                .isEqualTo("550 5.1.1 <…@…>: unknown more");
        assertThat(PlainError.of("X", "failed: https://qyapi.example/hook?key=abc now"))
                .isEqualTo("failed: … now");
        assertThat(PlainError.of("ConnectException", null)).isEqualTo("ConnectException");
        assertThat(PlainError.of("X", "y".repeat(1000))).hasSize(300);
    }

    @Test
    void whatSomebodyTypedStaysInTheHouse() {
        assertThat(Topic.outside(Map.of("number", "(2022)豫0505执1号", "reason", "李某某名下有房"), "…"))
                .isEqualTo(Map.of("number", "(2022)豫0505执1号", "reason", "…"));
    }
}
