/**
 * From a study to a result: read, segment, localise, post-process the lesions, score, write. {@link spine.pipeline.StudyPipeline} does
 * so with whatever {@link spine.pipeline.StudyProviders} it is given and needs no container, so that a cluster job or a notebook can
 * use it; {@link spine.pipeline.StudyScoring} is the same as a service, with providers that {@link spine.pipeline.ProviderSessions}
 * lends for each study. Begin reading at {@code StudyPipeline}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.pipeline;
