package org.zhixing.notice.rules;

import java.util.Arrays;

/**
 * Whether an IP address belongs to the open Internet. A webhook's name may resolve to any address; one of the inside
 * (loopback, private, link-local with its metadata services, …) would let an outsider's URL speak to inner machines.
 */
public final class PublicAddress {
    /** IPv4 blocks that are not global (IANA special-purpose registry): first address and prefix length. */
    private static final int[][] INNER_V4 = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 88, 99, 0, 24},
        {192, 168, 0, 0, 16},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 3},
    };

    private PublicAddress() {}

    /** For the 4 bytes of an IPv4 or the 16 of an IPv6 address. */
    public static boolean is(byte[] address) {
        if (address.length == 4) {
            return Arrays.stream(INNER_V4).noneMatch(block -> within(address, block));
        }
        return address.length == 16 && publicV6(address);
    }

    /** Only 2000::/3 is handed out; within it, addresses that wrap an IPv4 one are as public as that one. */
    private static boolean publicV6(byte[] a) {
        if ((a[0] & 0xe0) != 0x20) {
            return starts(a, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0) && is(Arrays.copyOfRange(a, 12, 16));
        }
        if (starts(a, 0x20, 0x02)) {
            return is(Arrays.copyOfRange(a, 2, 6));
        }
        boolean protocol = starts(a, 0x20, 0x01) && (a[2] & 0xfe) == 0;
        boolean documentation = starts(a, 0x20, 0x01, 0x0d, 0xb8) || (starts(a, 0x3f, 0xff) && (a[2] & 0xf0) == 0);
        return !protocol && !documentation;
    }

    private static boolean within(byte[] address, int[] block) {
        int bits = block[4];
        return (number(address) ^ number(block)) >>> (32 - bits) == 0;
    }

    private static int number(byte[] a) {
        return (a[0] & 255) << 24 | (a[1] & 255) << 16 | (a[2] & 255) << 8 | (a[3] & 255);
    }

    private static int number(int[] a) {
        return a[0] << 24 | a[1] << 16 | a[2] << 8 | a[3];
    }

    private static boolean starts(byte[] address, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((address[i] & 255) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
