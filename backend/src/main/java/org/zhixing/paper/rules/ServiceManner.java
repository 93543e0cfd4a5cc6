package org.zhixing.paper.rules;

/** How a paper is served (民事诉讼法 2021 art. 88–95). */
public enum ServiceManner {
    DIRECT,
    LEFT,
    ELECTRONIC,
    ENTRUSTED,
    MAIL,
    FORWARDED,
    PUBLICATION
}
