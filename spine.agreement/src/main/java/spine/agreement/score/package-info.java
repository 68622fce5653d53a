/** Agreement of scores: intraclass and Lin's correlation, Pearson and Spearman, Bland-Altman, proportional bias, error of measurement. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.score;
