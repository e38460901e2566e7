package com.callfloor.dialer.cases.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Turns a spreadsheet's cells into texts.
 *
 * @param from1904 the workbook counts days from 1904 instead of 1900
 */
record ExcelCells(boolean from1904) {
    /** Excel keeps 15 digits; those behind are the noise of binary fractions: 1234.1 is stored as 1234.0999999999999. */
    private static final MathContext EXCEL = new MathContext(15);

    /** The day before day 1, moved by one because Excel believes in 29 February 1900. Holds from March 1900 on. */
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    /** From March 1900 to the end of 9999: beyond lies no day that Excel knows. */
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(61);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

    /** Past this many decimals the plain form would be mere zeros, as many as a damaged file likes. */
    private static final int MOST_DECIMALS = 30;

    private static final Set<Integer> DATE_FORMATS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53,
            54,
            57, 58);
    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyYeE]");

    String text(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell.getDataFormatId(), cell.getDataFormatString()) ? date(number) : plain(number);
        }
        return cell.getText();
    }

    private String date(BigDecimal serial) {
        if (serial.compareTo(FIRST_SERIAL) < 0 || serial.compareTo(LAST_SERIAL) > 0) {
            return serial.toString();
        }
        return (from1904 ? DAY_0_OF_1904 : DAY_0_OF_1900).plusDays(serial.longValue()).toString();
    }

    /** A number with more digits than Excel keeps stays in its rounded form, so that a reference is seen to be lost. */
    private static String plain(BigDecimal number) {
        BigDecimal kept = number.round(EXCEL).stripTrailingZeros();
        boolean tooLong = (long) kept.precision() - kept.scale() > EXCEL.getPrecision();
        return tooLong || kept.scale() > MOST_DECIMALS ? kept.toString() : kept.toPlainString();
    }

    /** By the built-in formats, East Asian ones among them, or by the workbook's own format code. */
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            String code = NOT_CODE.matcher(format).replaceAll("");
            return !code.contains("E+") && !code.equals("General") && DAY_OR_YEAR.matcher(code).find();
        }
        return id != null && DATE_FORMATS.contains(id);
    }
}
