package org.zhixing.paper.rules;

/**
 * What is wrong with a template.
 *
 * @param line from 1
 * @param code a key of the catalogue
 * @param word what is wrong in it, e.g. the unknown variable's name
 */
public record TemplateFault(int line, String code, String word) {}
