package org.zhixing.notice.carrier;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.zhixing.notice.rules.PublicAddress;

/**
 * Where a webhook goes. What an administrator types must not turn the server against its own network: it is https to
 * public addresses only, unless the operator's configuration names the host.
 *
 * @param trusted whether the configuration names the host
 */
public record WebhookTarget(boolean tls, String host, int port, String path, boolean trusted) {
    private static final int LONGEST = 1000;

    /** Why a URL is not taken; {@code reason} is a key of the problems' catalogue. */
    public static final class Refused extends Exception {
        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** {@code trusted} holds {@code host} or {@code host:port}, in lower case. */
    public static WebhookTarget of(String url, Set<String> trusted) throws Refused {
        URI uri = parse(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        String host = uri.getHost();
        if (host == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !(tls || scheme.equals("http"))) {
            throw new Refused("webhook.form");
        }
        host = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new Refused("webhook.form");
        }
        boolean named = trusted.contains(host) || trusted.contains(host + ":" + port);
        if (!tls && !named) {
            throw new Refused("webhook.https");
        }
        if (!named && literal(host) && !PublicAddress.is(bytes(host))) {
            throw new Refused("webhook.inner");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new WebhookTarget(
                tls, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(), named);
    }

    /**
     * The address to connect to: every one the name resolves to must be public. The caller connects to this address and
     * asks no name server again, so that the name cannot mean something else a moment later. Blocks.
     */
    String address() throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress each : all) {
            if (!trusted && !PublicAddress.is(each.getAddress())) {
                throw new LetterRefused("The webhook's name resolves to an inner address");
            }
        }
        return all[0].getHostAddress();
    }

    private static URI parse(String url) throws Refused {
        try {
            if (url.length() <= LONGEST) {
                return new URI(url.strip());
            }
        } catch (URISyntaxException malformed) {
            // the one refusal below serves it
        }
        throw new Refused("webhook.form");
    }

    /** True for what a resolver would read as an address and not ask for: also {@code 127.1} and {@code 2130706433}. */
    private static boolean literal(String host) {
        return host.contains(":") || host.matches("[0-9.]+|0x[0-9a-f.x]+");
    }

    private static byte[] bytes(String literal) throws Refused {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException malformed) {
            throw new Refused("webhook.form");
        }
    }
}
