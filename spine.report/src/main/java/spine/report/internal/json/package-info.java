/**
 * The report for programs, {@code spine-report/1}. {@link spine.report.internal.json.ReportJson} builds the tree, and its order
 * of members is part of the contract, as are the decimals that {@link spine.report.internal.json.RoundedNumber} leaves; a new
 * member also belongs in {@code docs/report.schema.json}, which tests compare every report with.
 */
package spine.report.internal.json;
