namespace Temporalio.Client.Interceptors;

/// <summary>Puts interceptors before a client's calls.</summary>
public interface IClientInterceptor
{
    /// <summary>Makes the interceptor for a client.</summary>
    /// <param name="nextInterceptor">The one that it goes on to.</param>
    /// <returns>The interceptor; by default the next one itself.</returns>
    ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => nextInterceptor;
}
