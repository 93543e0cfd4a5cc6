package org.zhixing.notice.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The same as: printf '1669000000.{"id":"1.2"}' | openssl dgst -sha256 -hmac 0123456789abcdef. */
    @Test
    void isTheHmacOfTimestampAndBody() {
        assertThat(Signature.of("0123456789abcdef", 1_669_000_000L, "{\"id\":\"1.2\"}"))
                .isEqualTo("sha256=31cfca58d75ac1c9fa6cf549504cbb90b0521a9d6a52d064c0c8c0eb9a379f3c");
    }
}
