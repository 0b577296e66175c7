namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps the code that a worker runs.</summary>
public interface IWorkerInterceptor
{
    /// <summary>Wraps a workflow run.</summary>
    /// <param name="nextInterceptor">The next link of the chain.</param>
    /// <returns>The link to use; by default the next one as it is.</returns>
    WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => nextInterceptor;

    /// <summary>Wraps an activity attempt.</summary>
    /// <param name="nextInterceptor">The next link of the chain.</param>
    /// <returns>The link to use; by default the next one as it is.</returns>
    ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => nextInterceptor;
}
