package org.zhixing.slip.rules;

/** What may be asked for; a kind that is automatic is opened at filing and by nobody's request. */
public record SlipKind(String code, String nameZh, String nameEn, String clause, boolean automatic, SlipWay way) {}
