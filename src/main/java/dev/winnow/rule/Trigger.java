package dev.winnow.rule;

/**
 * The pattern of a rule that led to a line.
 *
 * @param part number of the part of a sequence; 0 for other matchers
 * @param pattern index of the pattern in the rule or the part
 */
record Trigger(int part, int pattern) {}
