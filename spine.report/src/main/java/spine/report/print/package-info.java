/** The report as something to set on pages: {@link spine.report.print.PrintableReport} is a service of the bundle of reports. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.report.print;
