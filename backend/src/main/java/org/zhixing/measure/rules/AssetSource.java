package org.zhixing.measure.rules;

/** How an asset came to be known. */
public enum AssetSource {
    ONLINE_CHECK,
    OFFLINE_CHECK,
    REPORT,
    CLUE
}
