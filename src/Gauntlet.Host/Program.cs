using Gauntlet.Host.CommandLine;

return await Entry.RunAsync(args);
