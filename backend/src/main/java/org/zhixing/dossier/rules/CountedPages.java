package org.zhixing.dossier.rules;

import org.jspecify.annotations.Nullable;

/**
 * How many pages a content has, and where each of them lies.
 *
 * @param tree to be read behind the file, so that a page far behind is found without the others; null where there is none
 */
public record CountedPages(int pages, byte @Nullable [] tree) {}
