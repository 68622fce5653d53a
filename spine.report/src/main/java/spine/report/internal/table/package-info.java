/**
 * What the columns of the tables beside the results mean: {@link spine.report.internal.table.DataDictionary}, and the same for programs,
 * {@link spine.report.internal.table.DataPackage}.
 */
package spine.report.internal.table;
