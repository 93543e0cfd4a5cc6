package org.zhixing.dossier.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file's name in a {@code Content-Disposition} header: Chinese by RFC 5987, and a plain one for what is older. */
final class DownloadName {

    private DownloadName() {}

    static String attachment(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
        String plain = safe.replaceAll("[^\\x20-\\x7e]", "_").replace("%", "_");
        String encoded = URLEncoder.encode(safe, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
