using Temporalio.Client.Interceptors;

namespace Temporalio.Client;

/// <content>Lists and counts of workflows.</content>
internal sealed partial class ClientRoot
{
    /// <inheritdoc />
    public override IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(input.Options?.Limit ?? 0);
        return ListPagesAsync(input);
    }

    /// <inheritdoc />
    public override async Task<WorkflowListPage> ListWorkflowsPaginatedAsync(ListWorkflowsPaginatedInput input)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(input.Options?.PageSize ?? 0);
        return await ListPageAsync(input.Query, input.NextPageToken, input.Options?.PageSize ?? 0, input.Options?.Rpc);
    }

    /// <inheritdoc />
    public override async Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input) =>
        new(await Service.CountWorkflowExecutionsAsync(
            new() { Namespace = Namespace, Query = input.Query },
            TemporalClient.DefaultRetryOptions(input.Options?.Rpc)));

    private async IAsyncEnumerable<WorkflowExecution> ListPagesAsync(ListWorkflowsInput input)
    {
        var limit = input.Options?.Limit ?? 0;
        var count = 0;
        byte[]? token = null;
        do
        {
            var page = await ListPageAsync(input.Query, token, 0, input.Options?.Rpc);
            foreach (var execution in page.Workflows)
            {
                yield return execution;
                if (++count == limit)
                {
                    yield break;
                }
            }

            token = page.NextPageToken;
        }
        while (token is not null);
    }

    private async Task<WorkflowListPage> ListPageAsync(string query, byte[]? token, int pageSize, RpcOptions? rpc)
    {
        var response = await Service.ListWorkflowExecutionsAsync(
            new() { Namespace = Namespace, Query = query, NextPageToken = ToToken(token), PageSize = pageSize },
            TemporalClient.DefaultRetryOptions(rpc));
        return new(
            [.. response.Executions.Select(info => new WorkflowExecution(info, client.Options.DataConverter, Namespace))],
            FromToken(response.NextPageToken));
    }
}
