package org.zhixing.cases.rules;

/** The columns of a sheet of query results, in its order. */
public enum QueryColumn implements SheetColumn {
    NUMBER("案号", true),
    RESPONDENT("被执行人", true),
    CHECK("查询类别", true),
    INSTITUTION("查询单位", true),
    QUERIED_ON("查询日期", true),
    /** 有 or 无. */
    FOUND("查询结果", true),
    DESCRIPTION("财产", false),
    /** Account, plate or certificate. */
    IDENTIFIER("账号证号", false),
    /** CNY. */
    VALUE("金额", false),
    DISPOSABLE("可处置", false),
    /** 网络 or 线下; online where it is left out. */
    WAY("查询方式", false);

    private final String header;
    private final boolean required;

    QueryColumn(String header, boolean required) {
        this.header = header;
        this.required = required;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public boolean required() {
        return required;
    }
}
