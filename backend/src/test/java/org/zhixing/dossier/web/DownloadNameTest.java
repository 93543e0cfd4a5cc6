package org.zhixing.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadNameTest {

    @Test
    void namesTheFileInChineseAndSafely() {
        assertThat(DownloadName.attachment("笔录 1.pdf"))
                .isEqualTo("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E7%AC%94%E5%BD%95%201.pdf");
        assertThat(DownloadName.attachment("a\"\r\nX: y/..")).doesNotContain("\r", "\n", "a\"");
    }
}
