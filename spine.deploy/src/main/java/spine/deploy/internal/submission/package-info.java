/**
 * The way of a bundle that is handed in: {@link spine.deploy.internal.submission.DeployClient} puts it into the folder
 * and waits, {@link spine.deploy.internal.submission.SubmissionProcessor} takes it from there through the gate into
 * the deploy folder or the quarantine and tells the verdict, to this process directly and to another through a file.
 */
package spine.deploy.internal.submission;
