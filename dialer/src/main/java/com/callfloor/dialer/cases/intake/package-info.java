/**
 * Case files: reading what a lender sends, row by row, into cleaned {@link com.callfloor.dialer.cases.CaseRow}s. Pure:
 * no database, no HTTP, nothing is kept of the file but the references that were seen.
 *
 * <h2>The file</h2>
 * A CSV (comma, semicolon or tab; UTF-8 with or without a byte-order mark, else GB18030) or an XLSX workbook's
 * visible sheets that have a header of cases, told apart by content and never by name. The whole file's encoding is settled before the first row
 * is given out, so that a file is never read half in one encoding and half in another. The header is the
 * first row that names what every case needs, at most 20 rows below the top; {@link com.callfloor.dialer.cases.intake.Column} lists the names that it may use.
 *
 * <h2>What becomes of a bad value</h2>
 * A row is rejected when something required is missing or unreadable, when a value that decides whether or when we may
 * call (region, time zone, currency) is unreadable, or when a text is too long. Anything else that is unreadable is
 * left out with a warning. When a value can be read in two ways it is not read at all.
 *
 * <h2>Cleaning</h2>
 * <ul>
 * <li>Every cell: control characters and line breaks become a space; marks that change the direction of text or have no
 * width are removed; runs of white space become one space; ends are trimmed. Quotes stay, and so does text that looks
 * like a formula: it is text.
 * <li>References, numbers, dates and codes: full-width forms become ASCII.
 * <li>References: at most 64 characters. One that a spreadsheet turned into {@code 1.23E+17} is bad: digits are lost.
 * One with
 * all its digits, {@code 1.23E+2} or {@code 123.0}, is 123. The same {@code case_ref} twice in a file: the later row counts.
 * <li>Names, lender, product: at most 128 characters; a contact's relation 64; postal code 16; notes 2000. Characters
 * are Unicode code points.
 * <li>Amounts: {@code 1234.5}, {@code 1,234.56}, with the currency's own sign or code before or behind, in 万 too. Never more decimals
 * than the currency has. The amount due is above zero; a principal that is below zero or unreadable is left out.
 * <li>Currency: ISO 4217; the floor's default where none is given.
 * <li>Dates: {@code 2026-01-05}, {@code 2026/1/5}, {@code 2026.1.5}, {@code 2026年1月5日}, {@code 20260105}, or a cell
 * that the spreadsheet holds as a date; a time of day behind it is dropped. Years 1990 to 2100. {@code 1/5/2026} is
 * bad, since it has two readings. Five digits are a spreadsheet's count of days, 2000 to 2049, and warned of.
 * <li>Days and periods overdue: whole numbers, {@code M3} and {@code 30天} too; never derived where absent.
 * <li>Region: ISO 3166-2 ({@code US-MA}), or a Chinese province by name (广东, 广东省, 广东省深圳市).
 * <li>Numbers: E.164. Without a country code they are read in the country of the case's region, else in the floor's
 * default country, and must then lie in an allocated range; with a country code a possible length is enough, and an
 * unallocated range is a warning. Premium-rate numbers and numbers with an extension are bad. A bad number is left out
 * with a warning while another one of the debtor's own is left. A number listed twice in a row is kept once, as the
 * debtor's own if it is so listed anywhere.
 * <li>A number's type: mobile, home, work, contact, or in Chinese. Absent: by the number's range. Anything else (a
 * relation, say) makes it a contact's number, since only a number known to be the debtor's own may be collected on.
 * <li>Time zone: {@code Area/City}. Fixed offsets are bad: they are wrong for half the year, and {@code Etc/GMT+8} means
 * the opposite of what its writers think.
 * <li>Language: BCP 47, or 普通话, 粤语, 英语; the floor's default where absent or unreadable.
 * </ul>
 */
@NullMarked
package com.callfloor.dialer.cases.intake;

import org.jspecify.annotations.NullMarked;
